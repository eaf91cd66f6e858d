package dev.cleave.platform.security;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import org.springframework.session.MapSession;

import static org.assertj.core.api.Assertions.assertThat;

class SparingSessionTests {

	private final Instant begin = Instant.parse("2026-11-28T12:00:00Z");

	private final MapSession stored = new MapSession();

	private final SparingSession<MapSession> session = new SparingSession<>(this.stored, Duration.ofSeconds(10), false);

	SparingSessionTests() {
		this.stored.setLastAccessedTime(this.begin);
	}

	@Test
	void hasNothingToSaveWhenItWasUsedJustNow() {
		this.session.setLastAccessedTime(this.begin.plusSeconds(9));
		assertThat(this.session.takeChanges()).isFalse();
		assertThat(this.stored.getLastAccessedTime()).isEqualTo(this.begin);
	}

	@Test
	void notesThatItWasUsedAfterAWhile() {
		this.session.setLastAccessedTime(this.begin.plusSeconds(10));
		assertThat(this.session.takeChanges()).isTrue();
		assertThat(this.session.takeChanges()).as("again").isFalse();
		assertThat(this.stored.getLastAccessedTime()).isEqualTo(this.begin.plusSeconds(10));
	}

	@Test
	void savesWhatSomebodyChanges() {
		this.session.setAttribute("a", "b");
		assertThat(this.session.takeChanges()).isTrue();
		this.session.removeAttribute("a");
		assertThat(this.session.takeChanges()).isTrue();
		this.session.changeSessionId();
		assertThat(this.session.takeChanges()).isTrue();
	}

}
