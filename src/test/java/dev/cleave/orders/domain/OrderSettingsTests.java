package dev.cleave.orders.domain;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OrderSettingsTests {

	private static final Duration WINDOW = Duration.ofMinutes(1);

	private final OrderSettings settings = new OrderSettings(100, 200, Duration.ofSeconds(1), Duration.ofSeconds(2),
			WINDOW, WINDOW);

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
		assertThatIllegalArgumentException().isThrownBy(
				() -> new OrderSettings(200, 200, Duration.ofSeconds(1), Duration.ofSeconds(2), WINDOW, WINDOW));
	}

	@Test
	void waitForOthersForSomeTimeButNotForEver() {
		assertThatIllegalArgumentException().isThrownBy(() -> waiting(Duration.ZERO, WINDOW))
			.withMessageContaining("settlement-window");
		assertThatIllegalArgumentException().isThrownBy(() -> waiting(WINDOW, Duration.ofDays(1_000)))
			.withMessageContaining("payment-window");
	}

	private static OrderSettings waiting(Duration settlementWindow, Duration paymentWindow) {
		return new OrderSettings(1, 2, Duration.ofSeconds(1), Duration.ofSeconds(2), settlementWindow, paymentWindow);
	}

}
