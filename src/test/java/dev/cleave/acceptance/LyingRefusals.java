package dev.cleave.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// A planted bug: now and then an order is placed, and whoever placed it is told that nothing was done.
class LyingRefusals {

	@Bean
	OncePerRequestFilter lie() {
		return new OncePerRequestFilter() {

			private final AtomicInteger orders = new AtomicInteger();

			@Override
			protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
					throws ServletException, IOException {
				var held = new ContentCachingResponseWrapper(response);
				chain.doFilter(request, held);
				if (held.getStatus() != 201 || !request.getRequestURI().equals("/api/v1/orders")
						|| this.orders.incrementAndGet() % 10 != 0) {
					held.copyBodyToResponse();
					return;
				}
				response.reset();
				response.setStatus(503);
				response.setHeader("Retry-After", "3600");
				response.setHeader("Cleave-Outcome", "none");
				response.setContentType("application/problem+json");
				response.getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));
			}

		};
	}

}
