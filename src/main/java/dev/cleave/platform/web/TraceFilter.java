package dev.cleave.platform.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// The outermost of Cleave's filters: gives each request its trace, names this node in the answer, protects it in browsers, and turns whatever
/// escapes the layers below it into a problem.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TraceFilter extends OncePerRequestFilter {

	static final String SERVED_BY = "X-Served-By";

	private final Node node;

	private final ProblemWriter problems;

	TraceFilter(Node node, ProblemWriter problems) {
		this.node = node;
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var trace = traceOf(request);
		trace.enter();
		try {
			response.setHeader(SERVED_BY, this.node.node());
			ProtectiveHeaders.write(request, response);
			chain.doFilter(request, response);
		}
		catch (ServletException | IOException | RuntimeException ex) {
			if (!this.problems.write(ex, request, response)) {
				throw ex;
			}
		}
		finally {
			trace.leave();
		}
	}

	@Override
	protected boolean shouldNotFilterAsyncDispatch() {
		return false;
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	private static Trace traceOf(HttpServletRequest request) {
		if (request.getAttribute(Trace.PARENT) instanceof Trace known) {
			return known;
		}
		var trace = Trace.continuing(request.getHeader(Trace.PARENT));
		request.setAttribute(Trace.PARENT, trace);
		return trace;
	}

}
