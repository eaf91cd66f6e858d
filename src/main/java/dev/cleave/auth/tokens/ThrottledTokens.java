package dev.cleave.auth.tokens;

import java.io.IOException;

import dev.cleave.auth.domain.Attempt.Admitted;
import dev.cleave.auth.domain.Attempt.Refused;
import dev.cleave.auth.domain.Guarded;
import dev.cleave.auth.domain.Throttle;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Slows down whoever asks for tokens with wrong secrets. Nobody guesses 256 bits, so this is about the noise: it is
/// counted by address alone, and nobody elsewhere can keep a machine from its token.
class ThrottledTokens extends OncePerRequestFilter {

	private final Throttle throttle;

	private final TokenRefusals refusals;

	ThrottledTokens(Throttle throttle, TokenRefusals refusals) {
		this.throttle = throttle;
		this.refusals = refusals;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !HttpMethod.POST.matches(request.getMethod());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		switch (this.throttle.begin(Guarded.TOKEN, "", request.getRemoteAddr())) {
			case Refused refused -> this.refusals.later(response, refused.pause());
			case Admitted admitted -> {
				try (admitted) {
					chain.doFilter(request, response);
					settle(admitted, response.getStatus());
				}
			}
		}
	}

	private static void settle(Admitted attempt, int status) {
		if (status == HttpStatus.UNAUTHORIZED.value()) {
			attempt.failed();
		}
		else if (status == HttpStatus.OK.value()) {
			attempt.succeeded();
		}
	}

}
