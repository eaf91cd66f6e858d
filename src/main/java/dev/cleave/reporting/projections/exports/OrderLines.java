package dev.cleave.reporting.projections.exports;

import java.time.LocalDate;
import java.util.List;

import dev.cleave.reporting.projections.exports.Source.Stretch;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Every line of every sale that counts, by the day on which it was placed. The key of a line is made of what was ordered
/// and never changes, not even when the figures are made anew: so it does not matter who writes the next part, or when. A
/// sale that begins or ceases to count meanwhile may be in the file or not.
@Component
class OrderLines implements Source {

	private static final int FETCHED_AT_ONCE = 1_000;

	/// Every sale has a line, so one sale more than lines are wanted is always enough.
	private static final String LINES = """
			SELECT s.order_id, s.placed_on, s.country, s.customer, l.line, l.sku,
				(SELECT p.name FROM product p WHERE p.generation = s.generation AND p.sku = l.sku) AS name, l.units, l.revenue, l.returned_units, s.currency
			FROM (
				SELECT generation, order_id, placed_on, country, customer, currency FROM sale
				WHERE generation = (SELECT generation FROM serving) AND state = 'COUNTED' AND (placed_on, order_id) >= (?::date, ?::text) AND placed_on < ?::date
					AND currency = coalesce(?::text, currency)
				ORDER BY placed_on, order_id LIMIT ? + 1
			) s CROSS JOIN LATERAL (
				SELECT line, sku, units, revenue, returned_units FROM sale_line
				WHERE sale_line.generation = s.generation AND sale_line.order_id = s.order_id ORDER BY line OFFSET 0
			) l
			WHERE (s.placed_on, s.order_id, l.line) > (?::date, ?::text, ?::int)
			ORDER BY s.placed_on, s.order_id, l.line LIMIT ?
			""";

	private final JdbcClient jdbc;

	OrderLines(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Report report() {
		return Report.ORDER_LINES;
	}

	@Override
	public List<String> columns(Question question) {
		return List.of("order", "placed_on", "country", "customer", "line", "sku", "name", "units", "revenue",
				"returned_units", "currency");
	}

	/// A step is an order.
	@Override
	public long steps(Question question) {
		return this.jdbc
			.sql("""
					SELECT coalesce(sum(orders), 0) FROM sales_day
					WHERE generation = (SELECT generation FROM serving) AND day >= ? AND day < ? AND currency = coalesce(?::text, currency)
					""")
			.param(question.first())
			.param(question.end())
			.param(question.currency())
			.query(Long.class)
			.single();
	}

	@Override
	public Stretch write(Question question, @Nullable List<String> after, int atMost, PartWriter file) {
		var key = (after != null) ? Key.of(after) : new Key(question.first(), "", 0);
		var writing = new Writing(key, file);
		this.jdbc.sql(LINES)
			.param(key.day())
			.param(key.order())
			.param(question.end())
			.param(question.currency())
			.param(atMost)
			.param(key.day())
			.param(key.order())
			.param(key.line())
			.param(atMost)
			.withFetchSize(FETCHED_AT_ONCE)
			.query(row -> {
				var line = new Key(row.getObject("placed_on", LocalDate.class), row.getString("order_id"),
						row.getInt("line"));
				writing.write(line, row.getString("country"), row.getString("customer"), row.getString("sku"),
						row.getString("name"), row.getLong("units"), row.getLong("revenue"),
						row.getLong("returned_units"), row.getString("currency"));
			});
		return writing.stretch(atMost);
	}

	private record Key(LocalDate day, String order, int line) {

		static Key of(List<String> texts) {
			return new Key(LocalDate.parse(texts.get(0)), texts.get(1), Integer.parseInt(texts.get(2)));
		}

		List<String> texts() {
			return List.of(this.day.toString(), this.order, Integer.toString(this.line));
		}

	}

	private static final class Writing {

		private final PartWriter file;

		private Key last;

		private int rows;

		private long orders;

		Writing(Key last, PartWriter file) {
			this.last = last;
			this.file = file;
		}

		void write(Key line, String country, @Nullable String customer, String sku, @Nullable String name, long units,
				long revenue, long returned, String currency) {
			this.file.row(line.order(), line.day(), country, customer, line.line(), sku, name, units, revenue, returned,
					currency);
			this.orders += line.order().equals(this.last.order()) ? 0 : 1;
			this.last = line;
			this.rows++;
		}

		Stretch stretch(int atMost) {
			return new Stretch((this.rows < atMost) ? null : this.last.texts(), this.orders);
		}

	}

}
