package dev.cleave.auth.web;

import dev.cleave.auth.domain.Attempt.Refused;
import dev.cleave.platform.web.ProblemException;

import org.springframework.http.HttpStatus;

/// Says to whoever has tried too often when to come back.
final class TooMany {

	private TooMany() {
	}

	static ProblemException problem(Refused refused) {
		return (refused.busy()
				? new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "sign-in-busy",
						"Too many sign in at once. Try again soon.")
					.header("Cleave-Outcome", "none")
				: new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "sign-in-throttled",
						"Too many attempts have failed. Try again later."))
			.retryAfter(refused.pause().toSeconds());
	}

}
