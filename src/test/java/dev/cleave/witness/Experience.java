package dev.cleave.witness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How a run was for the people in it.
///
/// @param answers how often each status was seen of those who wrote; `none` for no answer at all
/// @param placed orders that somebody was told of
/// @param unknown attempts to write of which nobody told what became
/// @param faults what befell the shop
/// @param outage the longest time in which nobody at the gateway could write, in nanoseconds
record Experience(Map<String, Integer> answers, int placed, int unknown, List<String> faults, long outage) {

	private static final List<String> WRITES = List.of("place", "cancel", "pay", "book");

	private static final int FEWEST = 100;

	static Experience of(List<Entry> diary) {
		var answers = new TreeMap<String, Integer>();
		var orders = new HashMap<String, String>();
		var unknown = 0;
		var outage = 0L;
		var last = Long.MAX_VALUE;
		for (var entry : diary) {
			if (entry.phase() == Entry.Phase.INVOKE || !WRITES.contains(entry.op())) {
				continue;
			}
			answers.merge((entry.status() == 0) ? "none" : name(entry), 1, Integer::sum);
			unknown += (entry.phase() == Entry.Phase.UNKNOWN) ? 1 : 0;
			if (entry.phase() == Entry.Phase.OK && entry.op().equals("place")) {
				orders.put(entry.order(), entry.key());
			}
			if (entry.phase() == Entry.Phase.OK && entry.proc() % 2 == 0) {
				outage = Math.max(outage, entry.nanos() - last);
				last = entry.nanos();
			}
		}
		return new Experience(answers, orders.size(), unknown,
				diary.stream().filter((entry) -> entry.op().equals("fault")).map(Entry::about).toList(), outage);
	}

	/// A 503 that tells that nothing was done is another matter than one that does not.
	private static String name(Entry entry) {
		return entry.status() + ((entry.phase() == Entry.Phase.UNKNOWN) ? "?" : "");
	}

	/// Answers by which somebody noticed trouble.
	int bites() {
		return this.answers.entrySet()
			.stream()
			.filter((answer) -> answer.getKey().equals("none") || answer.getKey().startsWith("5"))
			.mapToInt(Map.Entry::getValue)
			.sum();
	}

	List<String> weaknesses(boolean noticed) {
		var weaknesses = new java.util.ArrayList<String>();
		if (this.placed < FEWEST) {
			weaknesses.add("only %d orders were placed".formatted(this.placed));
		}
		if (noticed && bites() == 0) {
			weaknesses.add("nobody noticed anything of " + this.faults);
		}
		return weaknesses;
	}

	@Override
	public String toString() {
		return "%d orders; answers %s; %d unknown; longest outage %.1f s".formatted(this.placed, this.answers,
				this.unknown, this.outage / 1e9);
	}

}
