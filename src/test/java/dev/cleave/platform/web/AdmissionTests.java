package dev.cleave.platform.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static dev.cleave.platform.web.Urgency.CRITICAL;
import static dev.cleave.platform.web.Urgency.HIGH;
import static dev.cleave.platform.web.Urgency.LOW;
import static dev.cleave.platform.web.Urgency.NORMAL;
import static org.assertj.core.api.Assertions.assertThat;

class AdmissionTests {

	private static final Duration NO_TIME = Duration.ZERO;

	private static final Duration LONG = Duration.ofSeconds(1);

	private final AtomicLong now = new AtomicLong(1);

	@Test
	void shedsTheLeastUrgentFirst() {
		var admission = admission(100, NO_TIME, false);

		assertThat(in(admission, LOW, 100)).hasSize(40);
		assertThat(in(admission, NORMAL, 100)).hasSize(30);
		assertThat(in(admission, LOW, 1)).isEmpty();
		assertThat(in(admission, HIGH, 100)).hasSize(20);
		assertThat(in(admission, NORMAL, 1)).isEmpty();
		assertThat(in(admission, CRITICAL, 100)).hasSize(10);
		assertThat(in(admission, HIGH, 1)).isEmpty();
		assertThat(admission.atWork()).isEqualTo(100);
	}

	@Test
	void keepsAQuarterFromEachModuleForTheOthers() {
		var admission = admission(100, NO_TIME, true);

		assertThat(in(admission, NORMAL, 100)).hasSize(52);
		assertThat(admission.enter(new Errand("other", NORMAL))).isNotNull();
		assertThat(in(admission, HIGH, 100)).hasSize(15);
		assertThat(admission.enter(new Errand("other", HIGH))).isNotNull();
	}

	@Test
	void shrinksWhenRequestsTakeLongAndRecovers() {
		var admission = new Admission(new RequestSettings(32, 64, Duration.ofMillis(250), NO_TIME), false,
				this.now::get);

		round(admission, Duration.ofMillis(251));
		assertThat(admission.limit()).isEqualTo(58);

		round(admission, Duration.ofMillis(250));
		round(admission, Duration.ofMillis(1));
		assertThat(admission.limit()).isEqualTo(64);
	}

	@Test
	void learnsNothingFromReportsFailuresAndWhatIsWaitedForOutside() throws Exception {
		var admission = new Admission(new RequestSettings(32, 64, Duration.ofMillis(250), NO_TIME), false,
				this.now::get);
		var reports = in(admission, LOW, 25);
		var failures = in(admission, HIGH, 30);
		var waiting = Objects.requireNonNull(admission.enter(new Errand("one", HIGH)));

		ScopedValue.where(Permit.CURRENT, waiting).run(() -> Permit.pausing(() -> pass(Duration.ofSeconds(10))));
		reports.forEach(permit -> permit.end(true));
		failures.forEach(permit -> permit.end(false));
		waiting.end(true);
		admission.adapt(Duration.ZERO);

		assertThat(admission.limit()).isEqualTo(64);
		assertThat(admission.atWork()).isZero();
	}

	@Test
	void holdsNoPlaceForWhoOnlyWaits() {
		var admission = admission(1, NO_TIME, false);
		var permit = Objects.requireNonNull(admission.enter(new Errand("one", HIGH)));

		ScopedValue.where(Permit.CURRENT, permit).run(() -> {
			Permit.pausing(() -> assertThat(in(admission, HIGH, 2)).hasSize(1).allSatisfy(other -> other.end(true)));
			assertThat(in(admission, HIGH, 1)).as("it is back").isEmpty();
			Permit.leave();
			assertThat(in(admission, HIGH, 2)).as("it is gone").hasSize(1);
		});
		permit.end(true);

		assertThat(admission.atWork()).as("it was given back once").isEqualTo(1);
	}

	@Test
	void waitsForAMomentOnly() {
		var admission = admission(1, Duration.ofMillis(1), false);
		admission.enter(new Errand("one", HIGH));

		assertThat(admission.enter(new Errand("one", HIGH))).isNull();
		assertThat(admission.waiting()).isZero();
	}

	@Test
	void callsInTheMostUrgentOfThoseWhoWaitAndThenTheYoungest() {
		var admission = admission(16, LONG, false);
		var atWork = in(admission, CRITICAL, 16);
		var normal = waits(admission, NORMAL, 1);
		var older = waits(admission, HIGH, 2);
		var younger = waits(admission, HIGH, 3);

		atWork.subList(0, 3).forEach(permit -> permit.end(true));
		assertThat(younger.join()).isNotNull();
		atWork.subList(3, 4).forEach(permit -> permit.end(true));
		assertThat(older.join()).isNotNull();
		assertThat(normal).isNotDone();
		atWork.subList(4, 12).forEach(permit -> permit.end(true));
		assertThat(normal.join()).isNotNull();
	}

	@Test
	void letsFewWaitAndSendsTheLeastUrgentAwayForTheMoreUrgent() {
		var admission = admission(8, LONG, false);
		var atWork = in(admission, CRITICAL, 8);
		var low = waits(admission, LOW, 1);
		var high = waits(admission, HIGH, 2);

		var critical = comes(admission, CRITICAL);
		assertThat(low.join()).as("two wait at most, and the least urgent goes").isNull();
		assertThat(admission.enter(new Errand("one", NORMAL))).as("nobody less urgent waits").isNull();
		assertThat(admission.waiting()).isEqualTo(2);

		atWork.forEach(permit -> permit.end(true));
		assertThat(critical.join()).isNotNull();
		assertThat(high.join()).isNotNull();
	}

	private Admission admission(int limit, Duration wait, boolean isShared) {
		return new Admission(new RequestSettings(limit, limit, Duration.ofMillis(250), wait), isShared, this.now::get);
	}

	private void round(Admission admission, Duration took) {
		var permits = in(admission, CRITICAL, admission.limit());
		pass(took);
		permits.forEach(permit -> permit.end(true));
		admission.adapt(Duration.ZERO);
	}

	private void pass(Duration time) {
		this.now.addAndGet(time.toNanos());
	}

	private static List<Permit> in(Admission admission, Urgency urgency, int come) {
		var permits = new ArrayList<Permit>();
		IntStream.range(0, come)
			.mapToObj(number -> admission.enter(new Errand("one", urgency)))
			.filter(Objects::nonNull)
			.forEach(permits::add);
		return permits;
	}

	/// Returns when he is one of so many who wait.
	private static CompletableFuture<@Nullable Permit> waits(Admission admission, Urgency urgency, int waiting) {
		var turn = comes(admission, urgency);
		while (admission.waiting() < waiting && !turn.isDone()) {
			Thread.onSpinWait();
		}
		return turn;
	}

	private static CompletableFuture<@Nullable Permit> comes(Admission admission, Urgency urgency) {
		var turn = new CompletableFuture<@Nullable Permit>();
		Thread.ofVirtual().start(() -> turn.complete(admission.enter(new Errand("one", urgency))));
		return turn;
	}

}
