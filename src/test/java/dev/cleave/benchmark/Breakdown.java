package dev.cleave.benchmark;

import java.util.Locale;

import static org.assertj.core.api.Assertions.assertThat;

/// What the time of an order goes into. While it is looked at, placing costs some percents more.
final class Breakdown implements Workload {

	@Override
	public String name() {
		return "breakdown";
	}

	@Override
	public void measure(Bench bench) {
		var stand = bench.stand();
		var pid = stand.node().pid();
		var jvm = Jvm.of(pid);
		var file = stand.folder().resolve("place.jfr");
		try (var statements = Statements.of(stand)) {
			jvm.record("place");
			var before = Threads.of(pid);
			var result = bench.measure(name(), "placing, looked at", 1,
					() -> stand.shoppers(Settings.CONNECTIONS).closed(Settings.TIME.multipliedBy(2)));
			stand.awaitRest();
			var threads = Threads.of(pid).since(before);
			jvm.stopRecording("place", file);
			assertThat(result.statuses()).isSubsetOf("201", "503");
			var orders = (double) result.with(201);
			bench.report().note(node(threads, Samples.in(file), orders));
			bench.report().note("""
					PostgreSQL, by statement: %.2f ms for each order.

					| login | calls per order | ms per order | statement |
					|---|---|---|---|
					%s""".formatted(statements.millis() / orders, statements.heaviest(orders)));
		}
	}

	private static String node(Threads threads, Samples samples, double orders) {
		var table = new StringBuilder(
				"The node, by part, in CPU milliseconds for each order:\n\n| part | ms |\n|---|---|\n");
		var program = threads.seconds().getOrDefault(Threads.PROGRAM, 0.0)
				+ threads.seconds().getOrDefault(Threads.KERNEL, 0.0);
		samples.shares().forEach((part, share) -> add(table, part, share * program / orders));
		threads.seconds().forEach((name, seconds) -> {
			var whole = name.startsWith("program") ? "(of all that) " : "";
			add(table, whole + name, seconds / orders);
		});
		return table.toString().stripTrailing();
	}

	private static void add(StringBuilder table, String part, double seconds) {
		table.append(String.format(Locale.ROOT, "| %s | %.3f |%n", part, seconds * 1_000));
	}

}
