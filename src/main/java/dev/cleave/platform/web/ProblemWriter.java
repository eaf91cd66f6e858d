package dev.cleave.platform.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Writes problems where Spring MVC is not at work: in filters, in the security chains, in the error page.
@Component
public class ProblemWriter {

	private final JsonMapper json;

	private final Failures failures;

	ProblemWriter(JsonMapper json, Failures failures) {
		this.json = json;
		this.failures = failures;
	}

	public void write(ResponseEntity<ProblemDetail> problem, HttpServletResponse response) throws IOException {
		problem.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
		response.setStatus(problem.getStatusCode().value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		var body = this.json.writeValueAsBytes(problem.getBody());
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	/// Answers for a failure, unless an answer is already on its way.
	boolean write(Throwable failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
		var cause = (failure instanceof ServletException && failure.getCause() != null) ? failure.getCause() : failure;
		if (response.isCommitted() || Failures.isClientGone(cause)) {
			return false;
		}
		response.resetBuffer();
		write(this.failures.answer(cause, request), response);
		return true;
	}

}
