package dev.cleave.benchmark;

/// Something that people do with a shop, and what was promised of it.
interface Workload {

	/// As in `-Dbenchmark.only=place`.
	String name();

	/// Adds its rows to the report. A promise that is broken is an [AssertionError]; a
	/// mark that is missed is a row that
	/// says so.
	void measure(Bench bench);

}
