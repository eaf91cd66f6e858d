package dev.cleave.benchmark;

/// Orders that were placed from a moment on, as their own timelines tell.
record Timeline(String since) {

	private static final String DECIDED = """
			FROM orders.orders JOIN orders.order_timeline step ON step.order_id = orders.id AND step.sequence = 2
			WHERE placed_at >= '%s'
			""";

	static Timeline now(Stand stand) {
		return new Timeline(
				Long.toString((long) stand.servers().number("SELECT extract(epoch FROM clock_timestamp()) * 1e6")));
	}

	/// How long it took from the placing to the decision.
	///
	/// @param part such as 0.99
	double lagMillis(Stand stand, double part) {
		return stand.servers()
			.number("SELECT percentile_cont(%s) WITHIN GROUP (ORDER BY extract(epoch FROM step.at - placed_at) * 1000) "
				.formatted(part) + decided());
	}

	/// Orders confirmed within so many seconds from that moment, each second.
	double confirmedPerSecond(Stand stand, double seconds) {
		return stand.servers()
			.number("SELECT count(*) " + decided()
					+ " AND step.status = 'CONFIRMED' AND step.at < %s + interval '%s s'".formatted(moment(), seconds))
				/ seconds;
	}

	private String decided() {
		return DECIDED.replace("'%s'", moment());
	}

	private String moment() {
		return "to_timestamp(%s / 1e6)".formatted(this.since);
	}

}
