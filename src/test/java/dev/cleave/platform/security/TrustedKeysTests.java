package dev.cleave.platform.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.cleave.TestServers;
import dev.cleave.platform.modules.ActiveModule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// That a process verifies tokens by what its own modules keep, while auth and its database are away.
class TrustedKeysTests {

	private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

	private static final Duration LIFETIME = Duration.ofMinutes(9);

	private static RSAKey former;

	private static RSAKey next;

	private final DriverManagerDataSource reachable = new DriverManagerDataSource(TestServers.freshDatabase(),
			"postgres", "");

	private final TrustedKeyTable table = new TrustedKeyTable(JdbcClient.create(this.reachable));

	private final TrustedKeys keys = keys("jdbc:postgresql://127.0.0.1:1/away");

	@BeforeAll
	static void make() throws JOSEException {
		former = generate();
		next = generate();
	}

	@BeforeEach
	void migrate() {
		JdbcClient.create(this.reachable)
			.sql("CREATE TABLE trusted_key (kid text PRIMARY KEY, jwk text NOT NULL, created_at timestamptz NOT NULL)")
			.update();
		this.table.add(published(former));
	}

	@Test
	void verifiesOldAndNewTokensWithAuthAway() {
		var old = token(former);
		assertThat(at(NOW).decode(old).getSubject()).isEqualTo("till");

		this.table.add(published(next));

		assertThat(at(NOW).decode(token(next)).getSubject()).isEqualTo("till");
		assertThat(at(NOW).decode(old).getSubject()).isEqualTo("till");
	}

	@Test
	void trustsARetiredKeyNoMoreOnceItHasLookedAgain() {
		var token = token(former);
		at(NOW).decode(token);

		this.table.add(published(next));
		this.table.remove(new SigningKeyRetired(former.getKeyID()));
		this.keys.refresh();

		refuses(NOW, token);
	}

	@Test
	void keepsWhatItKnowsWhileNoDatabaseCanBeReached() {
		var token = token(former);
		at(NOW).decode(token);

		this.reachable.setUrl("jdbc:postgresql://127.0.0.1:1/away");
		this.keys.refresh();

		assertThat(at(NOW).decode(token).getSubject()).isEqualTo("till");
	}

	@Test
	@Timeout(60)
	void waitsNotForADatabaseThatSaysNothing() throws IOException {
		try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
			var patient = keys("jdbc:postgresql://127.0.0.1:%d/silent".formatted(silent.getLocalPort()));

			assertThat(decoder(patient, NOW).decode(token(former)).getSubject()).isEqualTo("till");
		}
	}

	@Test
	void trustsNobodyElse() throws JOSEException {
		refuses(NOW, token(next));
		var forged = new RSAKey.Builder(generate()).keyID(former.getKeyID()).build();
		refuses(NOW, token(forged));
	}

	@Test
	@Tag("S17")
	void refusesATokenTenMinutesAfterItsClientIsGone() {
		var givenJustBefore = token(former);

		at(NOW.plus(Duration.ofMinutes(10))).decode(givenJustBefore);
		refuses(NOW.plus(Duration.ofMinutes(10)).plusSeconds(1), givenJustBefore);
	}

	private void refuses(Instant time, String token) {
		var decoder = at(time);
		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(token));
	}

	private JwtDecoder at(Instant time) {
		return decoder(this.keys, time);
	}

	private TrustedKeys keys(String databaseOfAuth) {
		return new TrustedKeys(
				List.of(new ActiveModule("auth", "dev.cleave.auth"), new ActiveModule("orders", "dev.cleave.orders")),
				new StaticListableBeanFactory(
						Map.of("authDataSource", new DriverManagerDataSource(databaseOfAuth, "postgres", ""),
								"ordersDataSource", this.reachable)),
				new Hurried());
	}

	private static JwtDecoder decoder(TrustedKeys keys, Instant time) {
		var settings = new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("cleave.security",
				SecuritySettings.class);
		return new TokenConfiguration().jwtDecoder(keys, settings, Clock.fixed(time, ZoneOffset.UTC));
	}

	private static String token(RSAKey key) {
		try {
			var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
					new JWTClaimsSet.Builder().subject("till")
						.issuer("https://cleave.local")
						.issueTime(Date.from(NOW))
						.expirationTime(Date.from(NOW.plus(LIFETIME)))
						.build());
			token.sign(new RSASSASigner(key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static SigningKeyPublished published(RSAKey key) {
		return new SigningKeyPublished(key.getKeyID(), key.toPublicJWK().toJSONString());
	}

	private static RSAKey generate() throws JOSEException {
		return new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).keyIDFromThumbprint(true).generate();
	}

	/// Two seconds go by between any two looks at it.
	private static final class Hurried extends Clock {

		private final AtomicLong looks = new AtomicLong();

		@Override
		public Instant instant() {
			return NOW.plusSeconds(2 * this.looks.incrementAndGet());
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
