package dev.cleave.auth.domain;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.OptionalLong;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("S40")
class TotpSecretTests {

	private final TotpSecret secret = new TotpSecret("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

	/// The table of RFC 6238, appendix B, of whose eight digits the last six are ours.
	@ParameterizedTest
	@CsvSource({ "59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037",
			"20000000000, 353130" })
	void knowsTheCodesOfTheStandard(long second, String code) {
		var step = OptionalLong.of(second / 30);

		assertThat(this.secret.stepOf(code, Instant.ofEpochSecond(second))).isEqualTo(step);
		assertThat(this.secret.stepOf(code.substring(0, 3) + " " + code.substring(3), Instant.ofEpochSecond(second)))
			.isEqualTo(step);
	}

	@Test
	void toleratesAClockThatIsOneStepOffAndNoMore() {
		var code = "081804";
		var step = 1111111109L / 30;

		for (var near : new long[] { step - 1, step, step + 1 }) {
			assertThat(this.secret.stepOf(code, Instant.ofEpochSecond(30 * near))).hasValue(step);
			assertThat(this.secret.stepOf(code, Instant.ofEpochSecond(30 * near + 29))).hasValue(step);
		}
		assertThat(this.secret.stepOf(code, Instant.ofEpochSecond(30 * (step - 1) - 1))).isEmpty();
		assertThat(this.secret.stepOf(code, Instant.ofEpochSecond(30 * (step + 2)))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "0", "81804", "0081804", "-81804", "٠٨١٨٠٤", "081804\u0000", "\ud800", "081805" })
	void takesNothingElseForACode(String code) {
		assertThat(this.secret.stepOf(code, Instant.ofEpochSecond(1111111109))).isEmpty();
	}

	@Test
	void isRandomAndHidesItself() {
		var random = new SecureRandom();
		var texts = new HashSet<String>();
		for (var round = 0; round < 100; round++) {
			texts.add(TotpSecret.random(random).text());
		}

		assertThat(texts).hasSize(100).allMatch(text -> text.matches("[A-Z2-7]{32}"));
		assertThat(this.secret).hasToString("TotpSecret[hidden]");
	}

	@Test
	void makesRecoveryCodesThatNobodyGuessesAndAnybodyCanType() {
		var code = RecoveryCode.random(new SecureRandom());

		assertThat(code.text()).matches("([A-Z2-7]{4}-){5}[A-Z2-7]{4}");
		assertThat(RecoveryCode.typed(" " + code.text().toLowerCase().replace('-', ' ') + "\t").hash())
			.isEqualTo(code.hash());
		assertThat(RecoveryCode.typed(code.text().substring(1)).hash()).isNotEqualTo(code.hash());
		assertThat(RecoveryCode.random(new SecureRandom()).text()).isNotEqualTo(code.text());
		assertThat(code.hash()).doesNotContain(code.text().substring(0, 4)).hasSize(64);
		assertThat(code).hasToString("RecoveryCode[hidden]");
	}

}
