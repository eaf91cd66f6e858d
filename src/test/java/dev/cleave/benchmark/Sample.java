package dev.cleave.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// One measurement: what was answered, how fast, and what it cost.
///
/// @param phase what was done, within the workload
record Sample(String workload, String phase, int round, Result result, Spent spent) {

	private double perThousand(double seconds) {
		return seconds * 1_000 / Math.max(1, this.result.count());
	}

	double rate() {
		return this.result.perSecond();
	}

	private List<Double> numbers() {
		return List.of(rate(), this.result.millis(50), this.result.millis(95), this.result.millis(99),
				this.result.millis(99.9), this.result.millis(100), perThousand(this.spent.node()),
				perThousand(this.spent.postgres()), perThousand(this.spent.redis()), perThousand(this.spent.load()),
				(double) (this.spent.resident() >> 20));
	}

	static String head() {
		return """
				| workload | what | round | each second | p50 ms | p95 | p99 | p99.9 | longest | node CPU s for 1,000 | PostgreSQL | Redis | load | node MB |
				|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
				""";
	}

	String line() {
		return numbers().stream()
			.map(number -> String.format(Locale.ROOT, (number >= 100) ? "%.0f" : "%.2f", number))
			.collect(Collectors.joining(" | ", "| %s | %s | %d | ".formatted(this.workload, this.phase, this.round),
					" |"));
	}

	String json() {
		var names = List.of("perSecond", "p50", "p95", "p99", "p999", "max", "nodeCpu", "postgresCpu", "redisCpu",
				"loadCpu", "nodeMegabytes");
		var numbers = numbers();
		var fields = new StringBuilder();
		for (var field = 0; field < names.size(); field++) {
			fields.append(String.format(Locale.ROOT, ",\"%s\":%.3f", names.get(field), numbers.get(field)));
		}
		var answers = this.result.statuses()
			.stream()
			.map(status -> "\"%s\":%d".formatted(status, this.result.answers().get(status).getTotalCount()))
			.collect(Collectors.joining(",", "{", "}"));
		return "{\"workload\":\"%s\",\"phase\":\"%s\",\"round\":%d,\"answers\":%s%s}".formatted(this.workload,
				this.phase, this.round, answers, fields);
	}

}
