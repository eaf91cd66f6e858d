package dev.cleave.platform.security;

import java.io.IOException;
import java.util.function.Supplier;

import dev.cleave.platform.audit.AuditTrails;
import dev.cleave.platform.audit.Deed;
import dev.cleave.platform.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/// Who may change something by the management port: administrators who have signed in and have proven lately that it is
/// they. So it is known in whose name it was done, and reaching the port is not enough.
@Component
class OperatorAccess
		implements AuthorizationManager<RequestAuthorizationContext>, AuthenticationEntryPoint, AccessDeniedHandler {

	private final FreshProof proof;

	private final ProblemWriter problems;

	private final AuditTrails trails;

	OperatorAccess(FreshProof proof, ProblemWriter problems, AuditTrails trails) {
		this.proof = proof;
		this.problems = problems;
		this.trails = trails;
	}

	@Override
	public AuthorizationDecision authorize(Supplier<? extends Authentication> authentication,
			RequestAuthorizationContext context) {
		if (!(authentication.get() instanceof CallerAuthentication known && known.caller().isAdmin())) {
			return new AuthorizationDecision(false);
		}
		if (known.standing().isConfined()) {
			return Condition.SECOND_FACTOR;
		}
		return this.proof.isGivenBy(known) ? new AuthorizationDecision(true) : Condition.PROOF;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		this.problems.write(Refusals.ofStranger(), response);
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
			throws IOException {
		this.trails.ofProcess()
			.refused(Deed.refused("access.refused", request.getMethod() + " of the management port"));
		this.problems.write(Refusals.of(failure), response);
	}

}
