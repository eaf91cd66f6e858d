package dev.cleave.platform.security;

import java.io.IOException;

import dev.cleave.platform.audit.AuditTrails;
import dev.cleave.platform.audit.Deed;
import dev.cleave.platform.web.ProblemWriter;
import dev.cleave.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/// Says no: to a stranger (401), to somebody who may not (403), and to both alike where there is nothing (404, 405).
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final RouteTable routes;

	private final ProblemWriter problems;

	private final AuditTrails trails;

	Refusals(RouteTable routes, ProblemWriter problems, AuditTrails trails) {
		this.routes = routes;
		this.problems = problems;
		this.trails = trails;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		refuse(request, response, ofStranger());
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
			throws IOException {
		var refusal = of(failure);
		writeDown(request, refusal);
		refuse(request, response, refusal);
	}

	static ResponseEntity<ProblemDetail> ofStranger() {
		return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
			.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
			.body(Problems.detail(HttpStatus.UNAUTHORIZED, "unauthenticated",
					"Sign in or send a valid token, then try again."));
	}

	static ResponseEntity<ProblemDetail> of(AccessDeniedException failure) {
		if (failure instanceof CsrfException) {
			return Problems.of(HttpStatus.FORBIDDEN, "csrf-token-invalid",
					"Send the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN.");
		}
		if (failure instanceof AuthorizationDeniedException denied
				&& denied.getAuthorizationResult() instanceof Condition unmet) {
			return Problems.of(HttpStatus.FORBIDDEN, unmet.code(), unmet.detail());
		}
		return Problems.of(HttpStatus.FORBIDDEN, "forbidden", "You may not do this.");
	}

	/// Where there is nothing, nobody is kept from it.
	private void writeDown(HttpServletRequest request, ResponseEntity<ProblemDetail> refusal) {
		var problem = refusal.getBody();
		var properties = (problem != null) ? problem.getProperties() : null;
		if (this.routes.methods(request).contains(HttpMethod.valueOf(request.getMethod()))) {
			this.trails.ofProcess()
				.refused(Deed.refused("access.refused", this.routes.route(request))
					.because((properties != null) ? String.valueOf(properties.get("code")) : null));
		}
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response, ResponseEntity<ProblemDetail> refusal)
			throws IOException {
		var methods = this.routes.methods(request);
		if (methods.isEmpty()) {
			this.problems.write(Problems.notFound("There is nothing here."), response);
		}
		else if (!methods.contains(HttpMethod.valueOf(request.getMethod()))) {
			response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods.stream().map(HttpMethod::name).toList()));
			this.problems.write(Problems.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed",
					"%s is not possible here.".formatted(request.getMethod())), response);
		}
		else {
			this.problems.write(refusal, response);
		}
	}

}
