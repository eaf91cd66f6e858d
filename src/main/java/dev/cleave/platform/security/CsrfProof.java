package dev.cleave.platform.security;

import java.util.Arrays;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/// The proof that a page of ours sent a request, not another site in the name of whoever is signed in. It is asked for
/// where a session cookie comes along, or the browser says that another site asks; without either there is nobody in
/// whose name to act.
@Component
class CsrfProof implements RequestMatcher {

	private static final Set<String> SAFE = Set.of("GET", "HEAD", "TRACE", "OPTIONS");

	private final CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();

	private final String sessionCookie;

	CsrfProof(SecuritySettings settings) {
		this.sessionCookie = settings.sessionCookie();
		this.tokens.setCookieCustomizer(cookie -> cookie.secure(settings.secureCookies()).sameSite("Lax"));
		this.tokens.setCookiePath("/");
	}

	@Override
	public boolean matches(HttpServletRequest request) {
		return changes(request) && (hasSession(request) || "cross-site".equals(request.getHeader("Sec-Fetch-Site")));
	}

	static boolean changes(HttpServletRequest request) {
		return !SAFE.contains(request.getMethod());
	}

	/// A new proof for a new session.
	void renew(HttpServletRequest request, HttpServletResponse response) {
		this.tokens.saveToken(this.tokens.generateToken(request), request, response);
	}

	CookieCsrfTokenRepository tokens() {
		return this.tokens;
	}

	private boolean hasSession(HttpServletRequest request) {
		var cookies = request.getCookies();
		return cookies != null
				&& Arrays.stream(cookies).anyMatch(cookie -> cookie.getName().equals(this.sessionCookie));
	}

}
