package dev.cleave.acceptance;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

/// An administrator who has the reports made anew, again and again.
record Rebuilder(Visitor visitor, Patience patience) {

	private static final String PATH = "/reports/rebuild";

	/// Begins a rebuild; returns the number of its generation.
	long begins() {
		return begin().expect(202).number("/generation");
	}

	Answer begin() {
		return this.patience.insist(this.visitor.post(PATH));
	}

	Answer look() {
		return this.patience.insist(this.visitor.get(PATH)).expect(200);
	}

	Answer abandon(Answer seen) {
		return this.patience.insist(this.visitor.delete(PATH).ifMatch(String.valueOf(seen.header("ETag"))));
	}

	boolean isServing(long generation) {
		var now = look();
		return now.number("/generation") == generation && now.text("/status").equals("serving");
	}

	void awaitServing(long generation, Duration limit) {
		Eventually.within(limit, () -> assertThat(isServing(generation)).as("%s", look()).isTrue());
	}

	/// How many messages the latest generation has taken.
	long position() {
		return look().at("/progress").valueStream().mapToLong((each) -> each.path("position").asLong()).sum();
	}

}
