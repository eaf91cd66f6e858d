package dev.cleave.benchmark;

import java.time.Duration;
import java.util.List;

/// What `-Dbenchmark.…` asks for.
final class Settings {

	private static final String USUAL_FLAGS = "-XX:+UseSerialGC -Xmx512m -XX:+UseCompactObjectHeaders"
			+ " -XX:SweeperThreshold=100";

	/// Rows to measure; all if there is none.
	static final List<String> ONLY = List.of(System.getProperty("benchmark.only", "").split(","));

	/// The JVM goes on compiling for minutes.
	static final Duration WARM_UP = seconds("warm-up", 60);

	/// Of a closed load. Orders that come together are written together, so more of them
	/// cost less each.
	static final int CONNECTIONS = Integer.getInteger("benchmark.connections", 128);

	/// Of each measurement.
	static final Duration TIME = seconds("time", 15);

	static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);

	static final Duration SOAK = seconds("soak", 600);

	static final Duration OVERLOAD = seconds("overload", 60);

	/// In the large shop of the row `growth`.
	static final int ORDERS = Integer.getInteger("benchmark.orders", 2_000_000);

	/// Of the JVM that is measured.
	static final List<String> FLAGS = List.of(System.getProperty("benchmark.flags", USUAL_FLAGS).split(" "));

	/// Lines of its PostgreSQL's configuration, parted by semicolons.
	static final List<String> POSTGRES = List.of(System.getProperty("benchmark.postgres", "").split(";"));

	private Settings() {
	}

	static boolean asksFor(String workload) {
		return ONLY.contains("") || ONLY.contains(workload);
	}

	private static Duration seconds(String name, int otherwise) {
		return Duration.ofSeconds(Integer.getInteger("benchmark." + name, otherwise));
	}

}
