package dev.cleave.auth.domain;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import dev.cleave.platform.MissingSettingException;
import dev.cleave.platform.Production;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/// What is sealed, and who can open it.
class KeyBoxTests {

	private static final byte[] SECRET = "the seed of a second factor".getBytes(StandardCharsets.UTF_8);

	private static final String ONE = key(1);

	private static final String OTHER = key(2);

	private final ApplicationContextRunner shop = new ApplicationContextRunner().withUserConfiguration(Settings.class,
			Production.class, KeyBox.class);

	@Test
	void opensWhatItSealedAndShowsNothingOfIt() {
		this.shop.run(laptop -> {
			var box = laptop.getBean(KeyBox.class);

			var sealed = box.seal(SECRET, "here");

			assertThat(box.open(sealed, "here")).isEqualTo(SECRET);
			assertThat(sealed).matches("sealed\\.[0-9a-f]{8}\\.[A-Za-z0-9_-]+")
				.isNotEqualTo(box.seal(SECRET, "here"))
				.doesNotContain(Base64.getUrlEncoder().encodeToString(SECRET));
			assertThat(box.isOutdated(sealed)).isFalse();
			assertThat(box.isOutdated("{\"kty\":\"RSA\"}")).isTrue();
		});
	}

	@Test
	void opensNothingThatWasMovedOrChanged() {
		this.shop.run(laptop -> {
			var box = laptop.getBean(KeyBox.class);
			var sealed = box.seal(SECRET, "account:1");
			var last = sealed.charAt(sealed.length() - 4);

			assertThatIllegalStateException().isThrownBy(() -> box.open(sealed, "account:2"));
			assertThatIllegalStateException().isThrownBy(() -> box.open(sealed.substring(0, sealed.length() - 4)
					+ ((last == 'A') ? 'B' : 'A') + sealed.substring(sealed.length() - 3), "account:1"));
			assertThatIllegalStateException().isThrownBy(() -> box.open("never sealed", "account:1"));
		});
	}

	@Test
	void opensWithTheFormerKeyAndSealsWithTheNewOne() {
		var sealed = new String[1];
		this.shop.withPropertyValues("cleave.auth.encryption-key=" + ONE)
			.run(before -> sealed[0] = before.getBean(KeyBox.class).seal(SECRET, "here"));

		this.shop.withPropertyValues("cleave.auth.encryption-key=" + OTHER, "cleave.auth.former-encryption-key=" + ONE)
			.run(after -> {
				var box = after.getBean(KeyBox.class);
				assertThat(box.isOutdated(sealed[0])).isTrue();
				assertThat(box.open(sealed[0], "here")).isEqualTo(SECRET);
				assertThat(box.isOutdated(box.seal(SECRET, "here"))).isFalse();
			});
		this.shop.withPropertyValues("cleave.auth.encryption-key=" + OTHER)
			.run(after -> assertThatExceptionOfType(MissingSettingException.class)
				.isThrownBy(() -> after.getBean(KeyBox.class).open(sealed[0], "here"))
				.withMessageContaining("cleave.auth.former-encryption-key"));
	}

	@Test
	void namesTheMissingKeyInProduction() {
		var production = this.shop.withPropertyValues("spring.profiles.active=production");

		production.run(real -> assertThat(real).getFailure()
			.rootCause()
			.isInstanceOf(MissingSettingException.class)
			.hasMessageContaining("cleave.auth.encryption-key"));
		production.withPropertyValues("cleave.auth.encryption-key=" + EncryptionSettings.LOCAL_KEY.substring(0, 43))
			.run(real -> assertThat(real).getFailure().rootCause().isInstanceOf(MissingSettingException.class));
		production.withPropertyValues("cleave.auth.encryption-key=" + ONE)
			.run(real -> assertThat(real).hasSingleBean(KeyBox.class));
	}

	@Test
	void refusesWhatIsNoKeyAndDoesNotQuoteIt() {
		for (var text : new String[] { "short", "not base64 at all!", ONE.substring(4) }) {
			this.shop.withPropertyValues("cleave.auth.encryption-key=" + text)
				.run(shop -> assertThat(shop).getFailure()
					.rootCause()
					.hasMessageContaining("cleave.auth.encryption-key is not the base64 of 32 bytes")
					.hasMessageNotContaining(text));
		}
	}

	private static String key(int fill) {
		var bytes = new byte[32];
		java.util.Arrays.fill(bytes, (byte) fill);
		return Base64.getEncoder().encodeToString(bytes);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(EncryptionSettings.class)
	static class Settings {

	}

}
