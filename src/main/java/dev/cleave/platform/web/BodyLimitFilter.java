package dev.cleave.platform.web;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Refuses bodies that are too large: at once when they say so, else when the bytes that came are too many.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimitFilter extends OncePerRequestFilter {

	private final long limit;

	private final List<PathLimit> limits;

	BodyLimitFilter(WebSettings settings) {
		this.limit = settings.bodyLimit().toBytes();
		this.limits = settings.bodyLimits()
			.entrySet()
			.stream()
			.map(entry -> new PathLimit(PathPatternParser.defaultInstance.parse(entry.getKey()),
					entry.getValue().toBytes()))
			.sorted((left, right) -> PathPattern.SPECIFICITY_COMPARATOR.compare(left.path(), right.path()))
			.toList();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var allowed = limitFor(request);
		if (allowed == 0) {
			chain.doFilter(request, response);
		}
		else if (request.getContentLengthLong() > allowed) {
			throw new BodyTooLargeException(allowed);
		}
		else {
			chain.doFilter(new LimitedRequest(request, allowed), response);
		}
	}

	private long limitFor(HttpServletRequest request) {
		var path = PathContainer.parsePath(request.getRequestURI());
		return this.limits.stream()
			.filter(candidate -> candidate.path().matches(path))
			.findFirst()
			.map(PathLimit::bytes)
			.orElse(this.limit);
	}

	private record PathLimit(PathPattern path, long bytes) {
	}

}
