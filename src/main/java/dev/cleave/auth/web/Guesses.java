package dev.cleave.auth.web;

import java.util.function.Predicate;
import java.util.function.Supplier;

import dev.cleave.auth.domain.Attempt.Admitted;
import dev.cleave.auth.domain.Attempt.Refused;
import dev.cleave.auth.domain.Guarded;
import dev.cleave.auth.domain.Throttle;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Takes what may be a guess, and not as often as anybody likes.
@Component
class Guesses {

	private static final String SESSION = "session";

	private final Throttle throttle;

	Guesses(Throttle throttle) {
		this.throttle = throttle;
	}

	/// Takes what comes in a session: all of them are counted apart from strangers, who
	/// can so keep nobody from
	/// proving who they are.
	<T> T takeInSession(Guarded what, String subject, HttpServletRequest request, Supplier<T> guess,
			Predicate<T> isRight) {
		return take(what, subject, SESSION, request, guess, isRight);
	}

	/// @param device the name of what is known to the subject, and is counted apart; null
	/// for strangers
	<T> T take(Guarded what, String subject, @Nullable String device, HttpServletRequest request, Supplier<T> guess,
			Predicate<T> isRight) {
		return switch (this.throttle.begin(what, subject, request.getRemoteAddr(), device)) {
			case Refused refused -> throw TooMany.problem(refused);
			case Admitted attempt -> {
				try (attempt) {
					yield settled(attempt, guess.get(), isRight);
				}
			}
		};
	}

	private static <T> T settled(Admitted attempt, T outcome, Predicate<T> isRight) {
		if (isRight.test(outcome)) {
			attempt.succeeded();
		}
		else {
			attempt.failed();
		}
		return outcome;
	}

}
