package dev.cleave.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.session.web.http.DefaultCookieSerializer;

/// The session's cookie: its id with a signature. So nobody can make a cookie of what stands in Redis, and made-up ones
/// cost no question there. A request that carries a token has none: authentication by token would else give that session
/// a new id, and so sign out whoever holds the cookie.
class SignedCookie extends DefaultCookieSerializer {

	private static final String PURPOSE = "session cookie";

	private static final char SEPARATOR = '.';

	private final Fingerprints fingerprints;

	SignedCookie(Fingerprints fingerprints) {
		this.fingerprints = fingerprints;
	}

	@Override
	public void writeCookieValue(CookieValue cookie) {
		var id = cookie.getCookieValue();
		super.writeCookieValue(id.isEmpty() ? cookie : new CookieValue(cookie.getRequest(), cookie.getResponse(),
				id + SEPARATOR + this.fingerprints.of(PURPOSE, id)));
	}

	@Override
	public List<String> readCookieValues(HttpServletRequest request) {
		return SecurityChains.hasToken(request) ? List.of()
				: super.readCookieValues(request).stream().map(this::verified).flatMap(Optional::stream).toList();
	}

	private Optional<String> verified(String value) {
		var end = value.lastIndexOf(SEPARATOR);
		return (end > 0 && isOurs(value.substring(0, end), value.substring(end + 1)))
				? Optional.of(value.substring(0, end)) : Optional.empty();
	}

	private boolean isOurs(String id, String signature) {
		return MessageDigest.isEqual(this.fingerprints.of(PURPOSE, id).getBytes(StandardCharsets.UTF_8),
				signature.getBytes(StandardCharsets.UTF_8));
	}

}
