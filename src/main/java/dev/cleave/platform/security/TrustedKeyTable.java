package dev.cleave.platform.security;

import java.text.ParseException;
import java.util.List;

import com.nimbusds.jose.jwk.JWK;

import org.springframework.jdbc.core.simple.JdbcClient;

/// The keys that one module trusts.
public class TrustedKeyTable {

	private final JdbcClient jdbc;

	public TrustedKeyTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Hearing of a key twice is the same as once.
	public void add(SigningKeyPublished key) {
		this.jdbc
			.sql("INSERT INTO trusted_key (kid, jwk, created_at) VALUES (:kid, :jwk, now()) ON CONFLICT DO NOTHING")
			.param("kid", key.kid())
			.param("jwk", key.jwk())
			.update();
	}

	/// Also when it was not known.
	public void remove(SigningKeyRetired key) {
		this.jdbc.sql("DELETE FROM trusted_key WHERE kid = :kid").param("kid", key.kid()).update();
	}

	List<JWK> all() {
		return this.jdbc.sql("SELECT jwk FROM trusted_key").query((row, number) -> parse(row.getString("jwk"))).list();
	}

	private static JWK parse(String jwk) {
		try {
			return JWK.parse(jwk);
		}
		catch (ParseException ex) {
			throw new IllegalStateException("A trusted key can't be read", ex);
		}
	}

}
