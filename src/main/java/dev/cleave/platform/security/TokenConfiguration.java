package dev.cleave.platform.security;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// How a machine client's token is verified: signature, issuer and time, with no question to anybody.
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

	@Bean
	JwtDecoder jwtDecoder(TrustedKeys keys, SecuritySettings settings, Clock clock) {
		var time = new JwtTimestampValidator();
		time.setClock(clock);
		var decoder = NimbusJwtDecoder.withJwkSource((selector, context) -> keys.matching(selector)).build();
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(time, new JwtIssuerValidator(settings.issuer())));
		return new VerifiedTokens(decoder, time, keys::known);
	}

	static CallerAuthentication callerOf(Jwt token) {
		var id = Objects.requireNonNull(token.getSubject());
		var scopes = Objects.requireNonNullElse(token.getClaimAsStringList("scope"), Set.<String>of());
		return new CallerAuthentication(new Caller(id, Caller.Kind.CLIENT, Set.of(), new LinkedHashSet<>(scopes)));
	}

}
