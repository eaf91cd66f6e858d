package dev.cleave.platform.security;

import java.io.IOException;

import dev.cleave.platform.web.ProblemWriter;
import dev.cleave.platform.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses a caller who asks for more than one may have. It stands behind authorization, which says who is calling where
/// that had to be known; where a route is for everybody, nobody is looked up for this.
@Component
class CallerLimitFilter extends OncePerRequestFilter {

	/// The request's attribute that has the caller.
	static final String CALLER = CallerLimitFilter.class.getName() + ".caller";

	private final CallerLimits limits;

	private final ProblemWriter problems;

	CallerLimitFilter(CallerLimits limits, ProblemWriter problems) {
		this.limits = limits;
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!(request.getAttribute(CALLER) instanceof Caller caller)) {
			chain.doFilter(request, response);
		}
		else if (this.limits.enter(caller)) {
			try {
				chain.doFilter(request, response);
			}
			finally {
				this.limits.leave(caller);
			}
		}
		else {
			response.setHeader(HttpHeaders.RETRY_AFTER, "1");
			this.problems.write(Problems.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests",
					"You ask for more than one caller may have. Try again in a second."), response);
		}
	}

}
