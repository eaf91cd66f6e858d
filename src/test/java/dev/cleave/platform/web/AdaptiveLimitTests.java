package dev.cleave.platform.web;

import java.time.Duration;

import dev.cleave.platform.web.AdaptiveLimit.Window;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AdaptiveLimitTests {

	private final AdaptiveLimit limit = new AdaptiveLimit(
			new RequestSettings(32, 256, Duration.ofMillis(250), Duration.ofMillis(30)));

	@Test
	void growsToTheCeilingWhileAllIsQuick() {
		assertThat(this.limit.current()).isEqualTo(64);

		pass(100, 0, Duration.ZERO, 100);

		assertThat(this.limit.current()).isEqualTo(256);
	}

	@Test
	void fallsToTheFloorWhileMoreThanAQuarterIsLateAndRecoversWithinSixSeconds() {
		pass(100, 26, Duration.ZERO, 50);
		assertThat(this.limit.current()).isEqualTo(32);

		pass(100, 25, Duration.ZERO, 60);
		assertThat(this.limit.current()).isEqualTo(256);
	}

	@Test
	void fallsWhenProcessorsAreShortHoweverQuickRequestsAre() {
		pass(100, 0, Duration.ofMillis(101), 1);

		assertThat(this.limit.current()).isEqualTo(58);
	}

	@Test
	void restsAtWhatIsDoneInTime() {
		// A node that does 400 requests a second: with n at work each takes n/400 s.
		for (var number = 0; number < 200; number++) {
			var late = this.limit.current() > 100;
			this.limit.adapt(new Window(40, late ? 40 : 0, this.limit.current(), Duration.ZERO));
		}

		assertThat(this.limit.current()).isBetween(90, 104);
	}

	@Test
	void staysWhenNotEvenHalfIsUsedOrNobodyFinishes() {
		this.limit.adapt(new Window(100, 100, 31, Duration.ofSeconds(1)));
		this.limit.adapt(new Window(100, 0, 31, Duration.ZERO));
		this.limit.adapt(new Window(0, 0, 64, Duration.ZERO));

		assertThat(this.limit.current()).isEqualTo(64);
	}

	private void pass(int finished, int late, Duration lag, int windows) {
		for (var number = 0; number < windows; number++) {
			this.limit.adapt(new Window(finished, late, this.limit.current(), lag));
		}
	}

}
