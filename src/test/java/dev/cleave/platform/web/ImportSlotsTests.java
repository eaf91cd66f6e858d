package dev.cleave.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class ImportSlotsTests {

	private static final ImportSettings SETTINGS = new ImportSettings(2, DataSize.ofKilobytes(1),
			Duration.ofSeconds(30));

	private final ImportSlots slots = new ImportSlots(SETTINGS);

	@Test
	void letsTwoInAndSendsTheThirdAway() throws IOException {
		var answer = hold("one", () -> hold("one", () -> {
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> hold("one", () -> "never"))
				.satisfies(refusal -> {
					assertThat(refusal.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
					assertThat(refusal.code()).isEqualTo("imports-busy");
					assertThat(refusal.headers().getFirst("Cleave-Outcome")).isEqualTo("none");
					assertThat(refusal.headers().getFirst("Retry-After")).isEqualTo("5");
				});
			return hold("other", () -> "another module is free");
		}));

		assertThat(answer).isEqualTo("another module is free");
	}

	@Test
	void hasTheSlotBackHoweverAnImportEnds() throws IOException {
		for (var number = 0; number < 5; number++) {
			assertThatIOException().isThrownBy(() -> hold("one", () -> {
				throw new IOException("hung up");
			}));
		}

		assertThat(hold("one", () -> hold("one", () -> "both are free"))).isEqualTo("both are free");
	}

	@Test
	void givesUpASenderWhoKeepsItWaiting() {
		var second = Duration.ofSeconds(1).toNanos();
		var body = new PacedInputStream(InputStream.nullInputStream(), SETTINGS);

		assertThatNoException().isThrownBy(() -> body.waited(30 * second, 10));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> body.waited(second, 10_000))
			.satisfies(refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.REQUEST_TIMEOUT));
		assertThatNoException().isThrownBy(() -> body.waited(second, 30_000));
	}

	private String hold(String module, Work work) throws IOException {
		return this.slots.hold(module, InputStream.nullInputStream(), body -> work.done());
	}

	private interface Work {

		String done() throws IOException;

	}

}
