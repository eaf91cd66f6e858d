package dev.cleave.benchmark;

import java.util.Locale;

/// A line of the table.
///
/// @param measured to be compared with the mark
/// @param absolute what it was made of, in words
record Row(String workload, String what, Kind kind, double mark, double measured, String unit, String absolute) {

	static Row atLeast(String workload, String what, double mark, double measured, String absolute) {
		return atLeast(workload, what, mark, measured, "×", absolute);
	}

	static Row atLeast(String workload, String what, double mark, double measured, String unit, String absolute) {
		return new Row(workload, what, Kind.AT_LEAST, mark, measured, unit, absolute);
	}

	static Row atMost(String workload, String what, double mark, double measured, String unit, String absolute) {
		return new Row(workload, what, Kind.AT_MOST, mark, measured, unit, absolute);
	}

	static Row reported(String workload, String what, double measured, String unit, String absolute) {
		return new Row(workload, what, Kind.REPORTED, Double.NaN, measured, unit, absolute);
	}

	boolean met() {
		return switch (this.kind) {
			case AT_LEAST -> this.measured >= this.mark;
			case AT_MOST -> this.measured <= this.mark;
			case REPORTED -> true;
		};
	}

	/// How many times as good as the mark; at 1 it is just met.
	double score() {
		return (this.kind == Kind.AT_MOST) ? this.mark / Math.max(this.measured, 1e-9) : this.measured / this.mark;
	}

	String asked() {
		return switch (this.kind) {
			case AT_LEAST -> "≥ " + number(this.mark);
			case AT_MOST -> "≤ " + number(this.mark);
			case REPORTED -> "";
		};
	}

	String verdict() {
		return (this.kind == Kind.REPORTED) ? "reported" : met() ? "met" : "not met";
	}

	String found() {
		return number(this.measured);
	}

	private String number(double value) {
		var digits = (value == Math.rint(value) || value >= 100) ? 0 : (value >= 10) ? 1 : 2;
		return String.format(Locale.ROOT, "%." + digits + "f %s", value, this.unit).strip();
	}

	enum Kind {

		AT_LEAST, AT_MOST, REPORTED

	}

}
