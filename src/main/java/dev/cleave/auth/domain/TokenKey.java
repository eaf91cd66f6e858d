package dev.cleave.auth.domain;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/// A key that signs tokens, with both its halves as JWK (RFC 7517).
///
/// @param kid names it in the header of a token; made from the key itself (RFC 7638)
public record TokenKey(String kid, String publicJwk, String privateJwk) {

	private static final int BITS = 2048;

	/// Takes seconds on a busy machine, so make it before the transaction that needs it.
	public static TokenKey generate() {
		try {
			var key = new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE).keyIDFromThumbprint(true).generate();
			return new TokenKey(key.getKeyID(), key.toPublicJWK().toJSONString(), key.toJSONString());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("This JVM can't make an RSA key", ex);
		}
	}

	static RSAKey parse(String jwk) {
		try {
			return RSAKey.parse(jwk);
		}
		catch (java.text.ParseException ex) {
			throw new IllegalStateException("A signing key can't be read", ex);
		}
	}

	/// Keeps the private half out of logs.
	@Override
	public String toString() {
		return "TokenKey[%s]".formatted(this.kid);
	}

}
