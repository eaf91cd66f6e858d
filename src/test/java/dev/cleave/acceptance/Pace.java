package dev.cleave.acceptance;

import java.time.Duration;
import java.util.List;

import dev.cleave.acceptance.SteadyLoad.Visit;

import static org.assertj.core.api.Assertions.assertThat;

/// How quickly a shop answers: the median, over several slices of time, of what 99 % of a slice's answers stay below. One
/// slice in which the machine was busy with something else makes no difference to it.
record Pace(double millis) {

	private static final int SLICES = 4;

	/// Watches a load for a while, all of which must be served.
	static Pace of(SteadyLoad load, Duration slice) {
		var slices = java.util.stream.IntStream.range(0, SLICES)
			.mapToDouble((_) -> ninetyNine(served(load.during(slice))))
			.sorted()
			.toArray();
		return new Pace((slices[SLICES / 2 - 1] + slices[SLICES / 2]) / 2);
	}

	private static List<Visit> served(List<Visit> visits) {
		assertThat(visits).isNotEmpty();
		assertThat(visits.stream().filter((visit) -> !visit.served()).toList()).as("whoever was not served").isEmpty();
		return visits;
	}

	private static double ninetyNine(List<Visit> visits) {
		var sorted = visits.stream().mapToLong(Visit::nanos).sorted().toArray();
		return sorted[(int) Math.ceil(0.99 * sorted.length) - 1] / 1e6;
	}

	/// At most half as slow again, or 20 ms slower.
	boolean keepsUpWith(Pace quiet) {
		return this.millis <= Math.max(1.5 * quiet.millis, quiet.millis + 20);
	}

}
