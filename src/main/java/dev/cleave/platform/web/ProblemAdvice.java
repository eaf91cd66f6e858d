package dev.cleave.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Turns whatever a controller throws into a problem. Refusals of the security layer go on to its own filters, which
/// know whether to ask who is calling. An answer that has begun already is broken off rather than mixed with a problem.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

	private final Failures failures;

	private final ProblemWriter problems;

	ProblemAdvice(Failures failures, ProblemWriter problems) {
		this.failures = failures;
		this.problems = problems;
	}

	@ExceptionHandler
	@Nullable ResponseEntity<ProblemDetail> answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
			throws Exception {
		if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException
				|| response.isCommitted()) {
			throw failure;
		}
		// Spring would look at what is acceptable once more, and may be unable to read
		// it.
		if (!Failures.isClientGone(failure)) {
			this.problems.write(this.failures.answer(failure, request), response);
		}
		return null;
	}

}
