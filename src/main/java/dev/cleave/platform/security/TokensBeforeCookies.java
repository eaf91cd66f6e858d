package dev.cleave.platform.security;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.session.web.http.DefaultCookieSerializer;

/// Finds no session in a request that carries a token. Authentication by token would else give that session a new id, and
/// so sign out whoever holds the cookie.
class TokensBeforeCookies extends DefaultCookieSerializer {

	@Override
	public List<String> readCookieValues(HttpServletRequest request) {
		return SecurityChains.hasToken(request) ? List.of() : super.readCookieValues(request);
	}

}
