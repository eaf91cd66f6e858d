package dev.cleave.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.nimbusds.jose.jwk.JWKSet;
import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VerifiedTokensTests {

	private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

	private final AtomicInteger verified = new AtomicInteger();

	private final AtomicReference<JWKSet> keys = new AtomicReference<>(new JWKSet());

	private final AtomicReference<String> trusted = new AtomicReference<>("good");

	private final JwtTimestampValidator time = new JwtTimestampValidator(Duration.ZERO);

	private final VerifiedTokens tokens = new VerifiedTokens(this::verify, this.time, this.keys::get);

	VerifiedTokensTests() {
		at(NOW);
	}

	private Jwt verify(String token) {
		this.verified.incrementAndGet();
		if (!token.equals(this.trusted.get())) {
			throw new BadJwtException("Not signed by anybody we trust");
		}
		var jwt = Jwt.withTokenValue(token)
			.header("alg", "RS256")
			.issuedAt(NOW.minusSeconds(60))
			.expiresAt(NOW.plusSeconds(60))
			.build();
		if (this.time.validate(jwt).hasErrors()) {
			throw new BadJwtException("Expired");
		}
		return jwt;
	}

	private void at(Instant now) {
		this.time.setClock(Clock.fixed(now, ZoneOffset.UTC));
	}

	@Test
	void verifiesATokenOnce() {
		assertThat(this.tokens.decode("good")).isSameAs(this.tokens.decode("good"));

		assertThat(this.verified).hasValue(1);
	}

	@Test
	void refusesATokenThatHasExpiredSince() {
		this.tokens.decode("good");

		at(NOW.plusSeconds(61));

		assertThatThrownBy(() -> this.tokens.decode("good")).isInstanceOf(BadJwtException.class);
	}

	@Test
	void verifiesAgainUnderOtherKeys() {
		this.tokens.decode("good");

		this.keys.set(new JWKSet());
		this.trusted.set("another");

		assertThatThrownBy(() -> this.tokens.decode("good")).isInstanceOf(BadJwtException.class);
	}

	@Test
	void remembersNoTokenThatDoesNotPass() {
		assertThatThrownBy(() -> this.tokens.decode("forged")).isInstanceOf(BadJwtException.class);

		this.trusted.set("forged");

		assertThat(this.tokens.decode("forged").getTokenValue()).isEqualTo("forged");
	}

}
