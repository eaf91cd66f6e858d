package dev.cleave.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/// When something could not be written because it was being moved, as those saw it who wanted to.
final class WritePauses {

	private static final long BEGINNING = System.nanoTime();

	private static final Duration LONGEST = Duration.ofSeconds(2);

	/// Who meets a pause so long after another met one has met another pause.
	private static final Duration APART = Duration.ofSeconds(3);

	private final Queue<Try> tries = new ConcurrentLinkedQueue<>();

	/// Lets somebody try to write.
	Answer watch(Supplier<Answer> write) {
		var begin = System.nanoTime() - BEGINNING;
		var answer = write.get();
		this.tries.add(new Try(begin, isPause(answer)));
		return answer;
	}

	private static boolean isPause(Answer answer) {
		return answer.status() == 503 && "none".equals(answer.header("Cleave-Outcome"))
				&& answer.isProblem("changes-paused");
	}

	/// How often something was written.
	long written() {
		return this.tries.stream().filter((one) -> !one.refused).count();
	}

	/// There were no more pauses than moves, none was longer than two seconds, and nobody
	/// was refused for another reason.
	void verify(int moves, long refused) {
		assertThat(this.tries.stream().filter(Try::refused).count()).as("those who met a pause").isEqualTo(refused);
		assertThat(pauses()).as("pauses")
			.hasSizeLessThanOrEqualTo(moves)
			.allMatch((pause) -> pause.compareTo(LONGEST) <= 0, "at most " + LONGEST);
	}

	/// From the first who was refused to the first, of those who came after the last of
	/// them, who was not.
	private List<Duration> pauses() {
		var pauses = new ArrayList<Duration>();
		var inOrder = this.tries.stream().sorted(Comparator.comparingLong(Try::begin)).toList();
		var began = 0L;
		var last = 0L;
		for (var one : inOrder) {
			if (one.refused) {
				began = (began == 0) ? one.begin : began;
				last = one.begin;
			}
			else if (began != 0 && one.begin - last > APART.toNanos()) {
				pauses.add(Duration.ofNanos(end(inOrder, last) - began));
				began = 0;
			}
		}
		return pauses;
	}

	private static long end(List<Try> inOrder, long last) {
		return inOrder.stream().mapToLong(Try::begin).filter((begin) -> begin > last).findFirst().orElse(last);
	}

	@Override
	public String toString() {
		return pauses().stream()
			.map((pause) -> Long.toString(pause.toMillis()))
			.collect(Collectors.joining(", ", "deliveries were refused for ", " ms"));
	}

	/// @param begin in nanoseconds since the JVM's own beginning
	private record Try(long begin, boolean refused) {

	}

}
