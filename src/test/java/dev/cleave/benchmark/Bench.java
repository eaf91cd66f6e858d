package dev.cleave.benchmark;

import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/// What workloads share, so that nobody pays twice for a warm-up: a stand, a floor beside it, and the report.
final class Bench implements AutoCloseable {

	/// An open load must not run out of them.
	static final int MANY = 256;

	private final Report report = new Report();

	private @Nullable Stand stand;

	private @Nullable Floor floor;

	private double peak;

	Report report() {
		return this.report;
	}

	/// A stand that has been placing orders for a while.
	Stand stand() {
		var ready = this.stand;
		if (ready == null) {
			ready = Stand.build();
			this.stand = ready;
			ready.offer("s", Stand.PRODUCTS, 1_000_000_000);
			warmUp(ready);
		}
		ready.awaitRest();
		return ready;
	}

	static void warmUp(Stand stand) {
		stand.shoppers(Settings.CONNECTIONS).closed(Settings.WARM_UP);
		stand.awaitRest();
	}

	/// On the server of the stand.
	Floor floor() {
		var ready = this.floor;
		if (ready == null) {
			var at = stand();
			ready = new Floor(at.servers().jdbcUrl("floor"), at.folder());
			this.floor = ready;
		}
		return ready;
	}

	/// Orders placed each second at most, as the workload `place` found it or a short
	/// look tells.
	double peak() {
		if (this.peak == 0) {
			this.peak = stand().shoppers(Settings.CONNECTIONS).closed(Settings.TIME).perSecond(201);
			stand().awaitRest();
		}
		return this.peak;
	}

	void peak(double perSecond) {
		this.peak = perSecond;
	}

	/// Runs a load against the shared stand and reports it.
	Result measure(String workload, String phase, int round, Supplier<Result> load) {
		return measure(stand(), workload, phase, round, load);
	}

	Result measure(Stand where, String workload, String phase, int round, Supplier<Result> load) {
		var before = Spent.by(where);
		var result = load.get();
		this.report.add(new Sample(workload, phase, round, result, Spent.by(where).since(before)));
		return result;
	}

	/// The time to look at something that is not a mark.
	static Duration briefly() {
		return Settings.TIME.dividedBy(3).plusSeconds(1);
	}

	/// Ends the shared stand, so that it takes nothing from another one.
	@Override
	public void close() {
		if (this.stand != null) {
			this.stand.close();
			this.stand = null;
			this.floor = null;
		}
	}

}
