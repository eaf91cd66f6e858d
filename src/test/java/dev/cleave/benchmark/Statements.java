package dev.cleave.benchmark;

/// Counts the statements that are executed until it is closed.
final class Statements implements AutoCloseable {

	private final Servers servers;

	private Statements(Servers servers) {
		this.servers = servers;
	}

	static Statements of(Stand stand) {
		var statements = new Statements(stand.servers());
		statements.servers.run("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
		statements.track("top");
		statements.servers.run("SELECT pg_stat_statements_reset()");
		return statements;
	}

	/// Statements on what an order is made of, in the modules that decide about it: not
	/// those that come as
	/// time goes by, too.
	long callsOfOrders() {
		return (long) this.servers
			.number("""
					SELECT coalesce(sum(calls), 0) FROM pg_stat_statements JOIN pg_roles ON pg_roles.oid = userid
					WHERE rolname IN ('cleave_orders', 'cleave_inventory')
						AND query ~ '\\m(orders|order_line|order_timeline|product_copy|idempotency_key|reservation|movement|stock)\\M'
						AND query !~ '(subscription_cursor|stock_told|due_at <|unsettled|status <>|ledger_|\\(sku, location\\) >)'
					""");
	}

	/// Milliseconds that all statements took, and the ten that took most, as Markdown.
	String heaviest(double orders) {
		return this.servers.text("""
				SELECT string_agg(line, E'\\n') FROM (
					SELECT format('| %%s | %%s | %%s | `%%s` |', rolname, round(calls / %1$s, 3),
						round((total_exec_time / %1$s)::numeric, 4),
						replace(left(regexp_replace(query, '\\s+', ' ', 'g'), 110), '|', '¦')) AS line
					FROM pg_stat_statements JOIN pg_roles ON pg_roles.oid = userid
					ORDER BY total_exec_time DESC LIMIT 15) heavy
				""".formatted(Double.toString(orders)));
	}

	double millis() {
		return this.servers.number("SELECT sum(total_exec_time) FROM pg_stat_statements");
	}

	private void track(String what) {
		this.servers.run("ALTER SYSTEM SET pg_stat_statements.track = '" + what + "'");
		this.servers.run("SELECT pg_reload_conf()");
	}

	@Override
	public void close() {
		track("none");
	}

}
