package dev.cleave.inventory.domain;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoundsTests {

	private final LinkedBlockingQueue<Long> begun = new LinkedBlockingQueue<>();

	@Test
	void goOnAfterAFailureWithGrowingPauses() throws Exception {
		var rounds = new Rounds("rounds-in-trouble", Duration.ofMillis(1), () -> {
			this.begun.add(System.nanoTime());
			throw new IllegalStateException("in trouble");
		});
		rounds.start();

		var last = 0L;
		for (var failures = 0; failures <= 7; failures++) {
			var next = this.begun.poll(30, TimeUnit.SECONDS);
			assertThat(next).as("round after %d failures", failures).isNotNull();
			if (failures > 0) {
				assertThat(Duration.ofNanos(next - last)).as("pause after %d failures", failures)
					.isGreaterThanOrEqualTo(Duration.ofMillis(1L << failures));
			}
			last = next;
		}
		rounds.stop();
	}

}
