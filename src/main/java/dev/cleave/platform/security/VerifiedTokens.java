package dev.cleave.platform.security;

import java.util.function.Supplier;

import com.nimbusds.jose.jwk.JWKSet;

import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.util.ConcurrentLruCache;

/// Verifies a token's signature once for as long as the trusted keys stay the same, as it costs more than the rest of
/// most requests; its time is looked at each time. Tokens that don't pass are not remembered.
final class VerifiedTokens implements JwtDecoder {

	private static final int MOST = 1_000;

	private final JwtDecoder decoder;

	private final OAuth2TokenValidator<Jwt> time;

	private final Supplier<JWKSet> keys;

	private final ConcurrentLruCache<String, Verified> verified = new ConcurrentLruCache<>(MOST, this::verify);

	VerifiedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> time, Supplier<JWKSet> keys) {
		this.decoder = decoder;
		this.time = time;
		this.keys = keys;
	}

	@Override
	public Jwt decode(String token) {
		var known = this.verified.get(token);
		if (known.under() == this.keys.get() && !this.time.validate(known.token()).hasErrors()) {
			return known.token();
		}
		this.verified.remove(token);
		return this.verified.get(token).token();
	}

	/// The keys are those from before: if others came meanwhile it is verified again.
	private Verified verify(String token) {
		var under = this.keys.get();
		return new Verified(this.decoder.decode(token), under);
	}

	private record Verified(Jwt token, JWKSet under) {

	}

}
