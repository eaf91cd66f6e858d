package dev.cleave.platform.security;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import dev.cleave.platform.security.Caller.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallerLimitsTests {

	private static final Caller PERSON = new Caller("p", Kind.ACCOUNT, Set.of(Caller.CUSTOMER), Set.of());

	private static final Caller OTHER = new Caller("o", Kind.ACCOUNT, Set.of(Caller.CUSTOMER), Set.of());

	private static final Caller MACHINE = new Caller("p", Kind.CLIENT, Set.of(), Set.of());

	private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

	private final CallerLimits limits = new CallerLimits(new CallerLimitSettings(3, 10, 5, 0), this.now::get);

	@Test
	void letsACallerDoSoMuchAtOnceAndOthersAsMuch() {
		assertThat(entries(PERSON, 5)).isEqualTo(3);
		assertThat(entries(OTHER, 5)).isEqualTo(3);
		assertThat(entries(MACHINE, 9)).isEqualTo(5);

		this.limits.leave(PERSON);
		assertThat(entries(PERSON, 5)).isEqualTo(1);
	}

	@Test
	void letsAPersonDoSoMuchInTimeAndTwiceAsMuchAtFirst() {
		assertThat(visits(PERSON, 30)).isEqualTo(20);
		pass(Duration.ofMillis(500));
		assertThat(visits(PERSON, 30)).isEqualTo(5);
		pass(Duration.ofHours(1));
		assertThat(visits(PERSON, 30)).isEqualTo(20);
	}

	@Test
	void letsAMachineComeAsOftenAsItLikes() {
		assertThat(visits(MACHINE, 1000)).isEqualTo(1000);
	}

	private long entries(Caller caller, int times) {
		return IntStream.range(0, times).filter(number -> this.limits.enter(caller)).count();
	}

	private long visits(Caller caller, int times) {
		return IntStream.range(0, times).filter(number -> {
			var entered = this.limits.enter(caller);
			if (entered) {
				this.limits.leave(caller);
			}
			return entered;
		}).count();
	}

	private void pass(Duration time) {
		this.now.addAndGet(time.toNanos());
	}

}
