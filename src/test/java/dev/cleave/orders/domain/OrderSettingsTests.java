package dev.cleave.orders.domain;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OrderSettingsTests {

	private final OrderSettings settings = new OrderSettings(100, 200, Duration.ofSeconds(1), Duration.ofSeconds(2));

	@Test
	void slowDownSmoothly() {
		assertThat(this.settings.pauseAt(0)).isZero();
		assertThat(this.settings.pauseAt(100)).isZero();
		assertThat(this.settings.pauseAt(150)).isEqualTo(Duration.ofMillis(500));
		assertThat(this.settings.pauseAt(199)).isEqualTo(Duration.ofMillis(990));
		assertThat(this.settings.pauseAt(1_000)).isEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void refuseOnlyWhatWasSlowedDownBefore() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new OrderSettings(200, 200, Duration.ofSeconds(1), Duration.ofSeconds(2)));
	}

}
