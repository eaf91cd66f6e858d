package dev.cleave.auth.domain;

import java.security.SecureRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SecretsTests {

	@Test
	void knowsAClientsSecretByItsHashAlone() {
		var secret = ClientSecret.random(new SecureRandom());

		assertThat(secret.value()).hasSize(43).matches("[A-Za-z0-9_-]+");
		assertThat(secret.matches(secret.hash())).isTrue();
		assertThat(new ClientSecret(secret.value() + "x").matches(secret.hash())).isFalse();
		assertThat(secret.hash()).doesNotContain(secret.value());
		assertThat(secret.toString()).doesNotContain(secret.value());
	}

	@Test
	void seesOneAddressInManySpellings() {
		assertThat(new EmailAddress(" Joe@Example.com ")).isEqualTo(new EmailAddress("joe@example.com"));
		assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress("joe"));
		assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress("@example.com"));
		assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress("a\u0000@example.com"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new EmailAddress("\u0130".repeat(64) + "@" + "a".repeat(180)));
	}

}
