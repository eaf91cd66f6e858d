package dev.cleave.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/// What Tomcat says when a request never reaches a servlet, such as one whose target can't be parsed. Replaces its HTML
/// page.
public class ProblemErrorValve extends ErrorReportValve {

	private final String node;

	ProblemErrorValve(Node node) {
		this.node = node.node();
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable failure) {
		var status = response.getStatus();
		if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		var known = HttpStatus.resolve(status);
		var trace = Trace.continuing(request.getHeader(Trace.PARENT));
		var body = """
				{"type":"https://cleave.dev/problems/%1$s","title":"%2$s","status":%3$d,"detail":"The request can't be served.","code":"%1$s","traceId":"%4$s"}"""
			.formatted((known != null) ? Failures.codeOf(known) : "error",
					(known != null) ? known.getReasonPhrase() : "Error", status, trace.id())
			.getBytes(StandardCharsets.UTF_8);
		try {
			response.setHeader(TraceFilter.SERVED_BY, this.node);
			ProtectiveHeaders.write(request, response);
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.setContentLength(body.length);
			response.getOutputStream().write(body);
			response.finishResponse();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
