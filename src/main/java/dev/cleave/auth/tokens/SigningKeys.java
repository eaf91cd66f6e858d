package dev.cleave.auth.tokens;

import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.cleave.platform.security.SigningKeyPublished;
import dev.cleave.platform.security.TrustedKeyTable;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The key that signs tokens, the same on all nodes. The first node to start makes it and tells all modules; this one
/// trusts it in the same transaction, so that where all run together the first token is good at once.
@Component
class SigningKeys implements JWKSource<SecurityContext>, SmartInitializingSingleton {

	private static final int BITS = 2048;

	private final JdbcClient jdbc;

	private final TransactionOperations transaction;

	private final ApplicationEventPublisher events;

	private volatile JWKSet keys = new JWKSet();

	SigningKeys(JdbcClient jdbc, TransactionOperations transaction, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.events = events;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.keys = new JWKSet(List.<JWK>of(latest().orElseGet(this::create)));
	}

	/// Making a key can take seconds on a busy machine, so it happens before the
	/// transaction; of several nodes the
	/// first one's key counts.
	private RSAKey create() {
		var fresh = generate();
		return Objects.requireNonNull(this.transaction.execute(status -> {
			this.jdbc.sql("LOCK TABLE signing_key IN SHARE ROW EXCLUSIVE MODE").update();
			return latest().orElseGet(() -> keep(fresh));
		}));
	}

	@Override
	public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
		return selector.select(this.keys);
	}

	private Optional<RSAKey> latest() {
		return this.jdbc.sql("SELECT jwk FROM signing_key ORDER BY created_at DESC LIMIT 1")
			.query((row, number) -> parse(row.getString("jwk")))
			.optional();
	}

	private RSAKey keep(RSAKey key) {
		this.jdbc.sql("INSERT INTO signing_key (kid, jwk, created_at) VALUES (:kid, :jwk, now())")
			.param("kid", key.getKeyID())
			.param("jwk", key.toJSONString())
			.update();
		var published = new SigningKeyPublished(key.getKeyID(), key.toPublicJWK().toJSONString());
		new TrustedKeyTable(this.jdbc).add(published);
		this.events.publishEvent(published);
		return key;
	}

	private static RSAKey generate() {
		try {
			return new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE).keyIDFromThumbprint(true).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("This JVM can't make an RSA key", ex);
		}
	}

	private static RSAKey parse(String jwk) {
		try {
			return RSAKey.parse(jwk);
		}
		catch (ParseException ex) {
			throw new IllegalStateException("The signing key can't be read", ex);
		}
	}

}
