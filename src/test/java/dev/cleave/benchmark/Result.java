package dev.cleave.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.HdrHistogram.Histogram;

/// What became of a load.
///
/// @param answers how long answers took (nanoseconds), by their status
record Result(Map<String, Histogram> answers, Duration time) {

	/// Stands for the status where the connection broke.
	static final String BROKEN = "broken";

	Result {
		answers = new TreeMap<>(answers);
	}

	Set<String> statuses() {
		return new TreeSet<>(this.answers.keySet());
	}

	long count() {
		return of(_ -> true).getTotalCount();
	}

	long with(int status) {
		return answered(status).getTotalCount();
	}

	double perSecond() {
		return count() / seconds();
	}

	double perSecond(int status) {
		return with(status) / seconds();
	}

	double millis(double percentile) {
		return millis(of(_ -> true), percentile);
	}

	double millis(int status, double percentile) {
		return millis(answered(status), percentile);
	}

	/// Those that were answered with this status, whatever was told apart then.
	Histogram answered(int status) {
		return of(answer -> answer.startsWith(Integer.toString(status)));
	}

	Histogram of(Predicate<String> which) {
		var sum = new Histogram(Load.LONGEST, 3);
		this.answers.forEach((answer, latencies) -> {
			if (which.test(answer)) {
				sum.add(latencies);
			}
		});
		return sum;
	}

	List<Double> percentiles() {
		return List.of(millis(50), millis(95), millis(99), millis(99.9));
	}

	static double millis(Histogram latencies, double percentile) {
		return latencies.getValueAtPercentile(percentile) / 1e6;
	}

	private double seconds() {
		return this.time.toNanos() / 1e9;
	}

}
