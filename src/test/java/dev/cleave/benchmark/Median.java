package dev.cleave.benchmark;

import java.util.ArrayList;
import java.util.List;

/// What was measured in each round.
final class Median {

	private final List<Double> values = new ArrayList<>();

	void add(double value) {
		this.values.add(value);
	}

	double get() {
		var sorted = this.values.stream().sorted().toList();
		var middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

}
