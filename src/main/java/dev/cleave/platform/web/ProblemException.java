package dev.cleave.platform.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// Ends a request with a problem. A transaction around it rolls back, and [Idempotency] forgets that it was asked.
public class ProblemException extends RuntimeException {

	private final HttpStatus status;

	private final String code;

	private final HttpHeaders headers = new HttpHeaders();

	public ProblemException(HttpStatus status, String code, String detail) {
		super(detail);
		this.status = status;
		this.code = code;
	}

	/// The caller may try again after so many seconds.
	public ProblemException retryAfter(long seconds) {
		return header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
	}

	public ProblemException header(String name, String value) {
		this.headers.set(name, value);
		return this;
	}

	public HttpStatus status() {
		return this.status;
	}

	public String code() {
		return this.code;
	}

	HttpHeaders headers() {
		return this.headers;
	}

	ProblemDetail problem() {
		return Problems.detail(this.status, this.code, String.valueOf(getMessage()));
	}

}
