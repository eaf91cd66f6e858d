package dev.cleave.auth.tokens;

import java.util.List;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.cleave.auth.domain.SigningKeys;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// What the world may know of the signing keys. Spring's authorization server finds it by its type; no private half is
/// in it.
@Component
class PublicKeys implements JWKSource<SecurityContext> {

	private final SigningKeys keys;

	PublicKeys(SigningKeys keys) {
		this.keys = keys;
	}

	@Override
	public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
		return selector.select(new JWKSet(List.copyOf(this.keys.published())));
	}

}
