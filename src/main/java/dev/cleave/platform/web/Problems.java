package dev.cleave.platform.web;

import java.net.URI;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// Answers that say what went wrong, as problem details (RFC 9457). The `code` never changes its meaning; clients may
/// rely on it and on the `type` that is made from it.
public final class Problems {

	private static final String TYPES = "https://cleave.dev/problems/";

	private Problems() {
	}

	public static ResponseEntity<ProblemDetail> of(HttpStatus status, String code, String detail) {
		return ResponseEntity.status(status).body(detail(status, code, detail));
	}

	/// A body that can be read but does not make sense: 422, with each fault and where it
	/// is.
	public static ResponseEntity<ProblemDetail> invalid(List<Fault> faults) {
		var problem = detail(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The request does not make sense.");
		return ResponseEntity.unprocessableContent().body(withFaults(problem, faults));
	}

	public static ResponseEntity<ProblemDetail> notFound(String detail) {
		return of(HttpStatus.NOT_FOUND, "not-found", detail);
	}

	/// The body alone, for those who add properties of their own.
	public static ProblemDetail detail(HttpStatusCode status, String code, String detail) {
		var problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create(TYPES + code));
		problem.setTitle(title(code));
		problem.setProperty("code", code);
		var trace = Trace.currentId();
		if (trace != null) {
			problem.setProperty("traceId", trace);
		}
		return problem;
	}

	static ProblemDetail withFaults(ProblemDetail problem, List<Fault> faults) {
		problem.setProperty("errors", faults);
		return problem;
	}

	private static String title(String code) {
		return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
	}

}
