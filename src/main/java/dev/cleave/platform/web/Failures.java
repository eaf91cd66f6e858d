package dev.cleave.platform.web;

import java.io.IOException;
import java.util.Locale;

import dev.cleave.platform.BusyException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.api.OpenApiResourceNotFoundException;
import tools.jackson.core.JacksonException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.DisconnectedClientHelper;

/// Knows the answer to each kind of failure. Nothing of the failure's own text reaches the caller unless it was written
/// for callers.
@Component
class Failures {

	private static final Logger log = LoggerFactory.getLogger(Failures.class);

	ResponseEntity<ProblemDetail> answer(Throwable failure, HttpServletRequest request) {
		return switch (failure) {
			case ProblemException problem ->
				ResponseEntity.status(problem.status()).headers(problem.headers()).body(problem.problem());
			case MethodArgumentNotValidException invalid -> Problems.invalid(Faults.of(invalid.getBindingResult()));
			case HandlerMethodValidationException invalid -> Problems.invalid(Faults.of(invalid));
			case ConstraintViolationException invalid -> Problems.invalid(Faults.of(invalid.getConstraintViolations()));
			case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
			case BodyTooLargeException large -> tooLarge(large);
			case MethodArgumentTypeMismatchException mismatch -> Problems.of(HttpStatus.BAD_REQUEST,
					"parameter-invalid", "The parameter '%s' can't be read.".formatted(mismatch.getName()));
			case TypeMismatchException mismatch -> plain(HttpStatus.BAD_REQUEST);
			case OptimisticLockingFailureException stale -> stale(request);
			case ErrorResponse error -> standard(error);
			case BusyException busy -> busy(busy);
			case OpenApiResourceNotFoundException missing -> plain(HttpStatus.NOT_FOUND);
			default -> Overload.isCauseOf(failure) ? busy(failure, request) : unexpected(failure, request);
		};
	}

	static ResponseEntity<ProblemDetail> plain(HttpStatus status) {
		var detail = switch (status) {
			case NOT_FOUND -> "There is nothing here.";
			case INTERNAL_SERVER_ERROR -> "Something went wrong on our side.";
			default -> "The request can't be served: %s.".formatted(status.getReasonPhrase().toLowerCase(Locale.ROOT));
		};
		return Problems.of(status, codeOf(status), detail);
	}

	static String codeOf(HttpStatus status) {
		return (status == HttpStatus.INTERNAL_SERVER_ERROR) ? "internal-error"
				: status.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static boolean isClientGone(Throwable failure) {
		return failure instanceof AsyncRequestNotUsableException || failure instanceof ClientAbortException
				|| (failure instanceof IOException && DisconnectedClientHelper.isClientDisconnectedException(failure));
	}

	private static ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException failure) {
		for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof BodyTooLargeException large) {
				return tooLarge(large);
			}
		}
		return (failure.getCause() instanceof JacksonException json) ? JsonFaults.answer(json)
				: Problems.of(HttpStatus.BAD_REQUEST, "body-unreadable", "The request needs a body that can be read.");
	}

	private static ResponseEntity<ProblemDetail> tooLarge(BodyTooLargeException failure) {
		return Problems.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", String.valueOf(failure.getMessage()));
	}

	private static ResponseEntity<ProblemDetail> stale(HttpServletRequest request) {
		return (request.getHeader(HttpHeaders.IF_MATCH) != null)
				? Problems.of(HttpStatus.PRECONDITION_FAILED, "version-stale", Versions.STALE)
				: Problems.of(HttpStatus.CONFLICT, "conflict", "Somebody else changed this at the same moment.");
	}

	/// What Spring MVC itself refuses: the status and headers are right, and the detail
	/// is written for callers, except where it names what was looked for.
	private static ResponseEntity<ProblemDetail> standard(ErrorResponse error) {
		var status = HttpStatus.resolve(error.getStatusCode().value());
		if (status == null) {
			return plain(HttpStatus.INTERNAL_SERVER_ERROR);
		}
		var answer = plain(status);
		var detail = error.getBody().getDetail();
		var body = answer.getBody();
		if (body != null && detail != null && isCallersFault(status)) {
			body.setDetail(detail);
		}
		return ResponseEntity.status(status).headers(error.getHeaders()).body(body);
	}

	private static boolean isCallersFault(HttpStatusCode status) {
		return status.is4xxClientError() && status != HttpStatus.NOT_FOUND;
	}

	private static ResponseEntity<ProblemDetail> busy(BusyException failure) {
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
			.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, failure.retryAfter().toSeconds())))
			.header("Cleave-Outcome", "none")
			.body(Problems.detail(HttpStatus.SERVICE_UNAVAILABLE, failure.code(),
					String.valueOf(failure.getMessage())));
	}

	private static ResponseEntity<ProblemDetail> busy(Throwable failure, HttpServletRequest request) {
		log.warn("{} {} has to be tried again: {}: {}", request.getMethod(), request.getRequestURI(),
				failure.getClass().getSimpleName(), NestedExceptionUtils.getMostSpecificCause(failure).toString());
		log.debug("Because of", failure);
		return Overload.answer(failure);
	}

	private static ResponseEntity<ProblemDetail> unexpected(Throwable failure, HttpServletRequest request) {
		log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
		return plain(HttpStatus.INTERNAL_SERVER_ERROR);
	}

}
