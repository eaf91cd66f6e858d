package dev.cleave.platform.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What strangers use up is nobody else's.
class RationsTests {

	private final Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

	private final Rations rations = new Rations(new Ration(3, 10, this.clock), new Ration(5, 20, this.clock));

	@Test
	void givesStrangersNoneOfWhatIsThereForOthers() {
		IntStream.range(0, 1_000)
			.forEach((n) -> this.rations.grants(Actor.stranger("name " + n), "192.0.2." + n % 100));

		assertThat(this.rations.grants(Actor.account("ada"), "192.0.2.1")).isTrue();
	}

	@Test
	void takesAllStrangersAtOneAddressForOne() {
		var granted = IntStream.range(0, 50)
			.filter((n) -> this.rations.grants(Actor.stranger("name " + n), "192.0.2.1"))
			.count();

		assertThat(granted).isEqualTo(5);
		assertThat(this.rations.grants(Actor.stranger("somebody"), "198.51.100.1")).isTrue();
	}

}
