package dev.cleave.platform.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How callers prove who they are.
///
/// @param secureCookies cookies are sent over TLS only; false is for runs on one's own machine
/// @param issuer who signs tokens, as a URL; the same in all processes of a shop
@ConfigurationProperties("cleave.security")
public record SecuritySettings(@DefaultValue("false") boolean secureCookies,
		@DefaultValue("https://cleave.local") String issuer) {

	String sessionCookie() {
		return this.secureCookies ? "__Host-SESSION" : "SESSION";
	}

}
