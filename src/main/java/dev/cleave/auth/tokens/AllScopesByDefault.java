package dev.cleave.auth.tokens;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/// A client that names no scope means all it has (RFC 6749 §3.3 lets the server say so).
class AllScopesByDefault implements AuthenticationConverter {

	private final AuthenticationConverter standard = new OAuth2ClientCredentialsAuthenticationConverter();

	@Override
	public @Nullable Authentication convert(HttpServletRequest request) {
		var asked = this.standard.convert(request);
		if (asked instanceof OAuth2ClientCredentialsAuthenticationToken grant && grant.getScopes().isEmpty()
				&& grant.getPrincipal() instanceof OAuth2ClientAuthenticationToken known
				&& known.getRegisteredClient() != null) {
			return new OAuth2ClientCredentialsAuthenticationToken(known, known.getRegisteredClient().getScopes(),
					grant.getAdditionalParameters());
		}
		return asked;
	}

}
