package dev.cleave.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/// Finds the token of a request. What is written as usual is recognised at once; Spring judges the rest, by a regular
/// expression that takes a tenth of an order's time on a token of usual length.
final class BearerTokens implements BearerTokenResolver {

	private static final String SCHEME = "Bearer ";

	private final BearerTokenResolver strict = new DefaultBearerTokenResolver();

	@Override
	public @Nullable String resolve(HttpServletRequest request) {
		var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
		return (authorization != null && authorization.startsWith(SCHEME) && isToken(authorization))
				? authorization.substring(SCHEME.length()) : this.strict.resolve(request);
	}

	private static boolean isToken(String authorization) {
		for (var at = SCHEME.length(); at < authorization.length(); at++) {
			var letter = authorization.charAt(at);
			if (!(letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9'
					|| letter == '-' || letter == '_' || letter == '.')) {
				return false;
			}
		}
		return authorization.length() > SCHEME.length();
	}

}
