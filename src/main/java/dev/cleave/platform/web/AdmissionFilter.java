package dev.cleave.platform.web;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Sends away what the node can't do in time, before it costs anything: no session is looked up, nobody's identity is
/// verified, no body read. Probes always pass: a node that is busy is not ill, and others would get what it has to do.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class AdmissionFilter extends OncePerRequestFilter {

	static final String BUSY = "Too much at once. Try again soon.";

	private static final Set<String> PROBES = Set.of("/livez", "/readyz");

	private final Admission admission;

	private final Errands errands;

	private final ProblemWriter problems;

	private final AdmissionMetrics metrics;

	AdmissionFilter(Admission admission, Errands errands, ProblemWriter problems, AdmissionMetrics metrics) {
		this.admission = admission;
		this.errands = errands;
		this.problems = problems;
		this.metrics = metrics;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return PROBES.contains(request.getRequestURI());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var errand = this.errands.of(request);
		var permit = this.admission.enter(errand);
		if (permit == null) {
			this.metrics.refused(errand.urgency());
			this.problems.write(Overload.busy().body(Problems.detail(HttpStatus.SERVICE_UNAVAILABLE, "busy", BUSY)),
					response);
			return;
		}
		var done = false;
		try {
			ScopedValue.where(Permit.CURRENT, permit).call(() -> {
				chain.doFilter(request, response);
				return permit;
			});
			done = response.getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value();
		}
		catch (ServletException | IOException | RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new ServletException(ex);
		}
		finally {
			permit.end(done);
		}
	}

}
