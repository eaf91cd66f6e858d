package dev.cleave.platform.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RationTests {

	private final Clock clock = Clock.fixed(Instant.parse("2026-01-01T10:00:30Z"), ZoneOffset.UTC);

	@Test
	void grantsEachSoManyAndAllTogetherSoMany() {
		var ration = new Ration(3, 5, this.clock);

		assertThat(granted(ration, "one", 10)).isEqualTo(3);
		assertThat(granted(ration, "other", 1)).isEqualTo(1);
		assertThat(granted(ration, "third", 10)).isEqualTo(1);
	}

	@Test
	void grantsThemAgainInTheNextMinute() {
		var time = new Instant[] { this.clock.instant() };
		var ration = new Ration(1, 1, new MovingClock(time));
		granted(ration, "one", 2);

		time[0] = time[0].plus(Duration.ofSeconds(29));
		assertThat(granted(ration, "one", 1)).isZero();
		time[0] = time[0].plus(Duration.ofSeconds(1));
		assertThat(granted(ration, "one", 2)).isEqualTo(1);
	}

	private static long granted(Ration ration, String who, int times) {
		return IntStream.range(0, times).filter((_) -> ration.grants(who)).count();
	}

	private static final class MovingClock extends Clock {

		private final Instant[] time;

		MovingClock(Instant[] time) {
			this.time = time;
		}

		@Override
		public ZoneOffset getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(java.time.ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.time[0];
		}

	}

}
