package dev.cleave.faults;

import java.time.Duration;
import java.util.List;

/// What befalls Redis. Machines do not need it, and humans need it for nothing but their session.
final class RedisFaults {

	static final List<Scenario> ALL = List.of(Scenario.of("kill-redis", "11", RedisFaults::kill),
			Scenario.of("freeze-redis", "11", RedisFaults::freeze),
			Scenario.of("flush-redis", "12", RedisFaults::flush).unnoticed());

	private RedisFaults() {
	}

	private static void kill(Stand stand) {
		stand.redis().kill();
		Stand.goesOnFor(Duration.ofSeconds(8));
		stand.redis().startAgain();
	}

	private static void freeze(Stand stand) {
		stand.redis().freeze();
		Stand.goesOnFor(Duration.ofSeconds(8));
		stand.redis().thaw();
	}

	private static void flush(Stand stand) {
		for (var time = 0; time < 5; time++) {
			stand.redis().command("FLUSHALL");
			Stand.goesOnFor(Duration.ofSeconds(1));
		}
	}

}
