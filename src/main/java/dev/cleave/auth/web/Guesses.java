package dev.cleave.auth.web;

import java.util.function.Predicate;
import java.util.function.Supplier;

import dev.cleave.auth.domain.Attempt.Admitted;
import dev.cleave.auth.domain.Attempt.Refused;
import dev.cleave.auth.domain.Guarded;
import dev.cleave.auth.domain.Throttle;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/// Takes what may be a guess, and not as often as anybody likes.
@Component
class Guesses {

	private final Throttle throttle;

	Guesses(Throttle throttle) {
		this.throttle = throttle;
	}

	<T> T take(Guarded what, String subject, HttpServletRequest request, Supplier<T> guess, Predicate<T> isRight) {
		return switch (this.throttle.begin(what, subject, request.getRemoteAddr())) {
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
