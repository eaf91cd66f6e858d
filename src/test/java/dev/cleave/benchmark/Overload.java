package dev.cleave.benchmark;

import java.time.Duration;
import java.util.Set;

/// Five times as many orders as the shop can take. So that there is enough of the machine left for those who send them, and
/// to refuse them, its database is held down; the more so when each asks ten times.
final class Overload implements Workload {

	private static final double PROCESSORS = 0.18;

	private static final double PROCESSORS_BESIDE_IMPATIENCE = 0.09;

	private static final double TIMES = 5;

	/// All that may wait for an answer at once; whoever finds none free counts from when
	/// he was due.
	private static final int CONNECTIONS = 1_000;

	/// Of clients that know no patience.
	private static final int ATTEMPTS = 10;

	private static final Duration RECOVERY = Duration.ofSeconds(10);

	@Override
	public String name() {
		return "overload";
	}

	@Override
	public void measure(Bench bench) {
		var stand = bench.stand();
		var uncapped = bench.peak();
		if (Cap.isPossible()) {
			capped(bench, PROCESSORS, "5 × peak", stand.shoppers(CONNECTIONS));
			capped(bench, PROCESSORS_BESIDE_IMPATIENCE, "5 × peak, retrying at once",
					stand.shoppers(CONNECTIONS).insisting(ATTEMPTS));
		}
		else {
			bench.report().note("No control groups can be made here: the row `overload` is missing.");
		}
		stand.awaitRest();
		var load = bench.measure(name(), "uncapped, 2 × peak", 1,
				() -> stand.shoppers(CONNECTIONS).open(2 * uncapped, Settings.OVERLOAD.dividedBy(2)));
		bench.report()
			.add(Row.reported(name(), "uncapped: goodput at 2 × peak", load.perSecond(201) / uncapped, "×",
					"%.0f of %.0f/s; answers %s".formatted(load.perSecond(201), uncapped, load.statuses())));
		stand.awaitRest();
	}

	private void capped(Bench bench, double processors, String phase, Load load) {
		var stand = bench.stand();
		try (var _ = Cap.on(stand.postgres(), processors)) {
			stand.shoppers(Settings.CONNECTIONS).closed(Bench.briefly());
			stand.awaitRest();
			var peak = bench
				.measure(name(), "%.2f processors, closed".formatted(processors), 1,
						() -> stand.shoppers(Settings.CONNECTIONS).closed(Settings.TIME))
				.perSecond(201);
			stand.awaitRest();
			flood(bench, stand, peak, phase, load);
		}
	}

	private void flood(Bench bench, Stand stand, double peak, String phase, Load load) {
		var result = bench.measure(name(), "capped, " + phase, 1, () -> load.open(TIMES * peak, Settings.OVERLOAD));
		var late = Math.max(0, result.time().minus(Settings.OVERLOAD).toNanos() / 1e9);
		var recovered = late + recovery(stand, peak);
		var rejected = result.of(Overload::isReject);
		var others = result.statuses()
			.stream()
			.filter(status -> !status.startsWith("201") && !isReject(status))
			.mapToLong(status -> result.of(status::equals).getTotalCount())
			.sum();
		bench.report()
			.add(Row.atLeast(name(), phase + ": goodput ÷ peak", 0.8, result.perSecond(201) / peak,
					"%.0f of %.0f/s; p99 of orders %.0f ms".formatted(result.perSecond(201), peak,
							result.millis(201, 99))));
		bench.report()
			.add(Row.atMost(name(), phase + ": p99 of rejects", 50, Result.millis(rejected, 99), "ms",
					"%d rejects".formatted(rejected.getTotalCount())));
		bench.report()
			.add(Row.atMost(name(), phase + ": answers but 201, 429, 503", 0, (double) others, "",
					result.statuses().toString()));
		bench.report()
			.add(Row.atMost(name(), phase + ": back to normal after", (double) RECOVERY.toSeconds(), recovered, "s",
					"of these %.1f s until the last was answered".formatted(late)));
	}

	private static boolean isReject(String status) {
		return Set.of("429", "503").contains(status);
	}

	/// Seconds until orders at half of the peak are all taken, the slowest within a
	/// second.
	private static double recovery(Stand stand, double peak) {
		var begin = System.nanoTime();
		var limit = RECOVERY.multipliedBy(6);
		while (true) {
			var elapsed = (System.nanoTime() - begin) / 1e9;
			var result = stand.shoppers(Bench.MANY).open(peak / 2, Duration.ofSeconds(1));
			var normal = result.statuses().equals(Set.of("201")) && result.millis(100) <= 1_000;
			if (normal || elapsed > limit.toSeconds()) {
				stand.awaitRest();
				return elapsed;
			}
		}
	}

}
