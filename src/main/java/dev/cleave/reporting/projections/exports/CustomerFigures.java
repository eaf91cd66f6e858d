package dev.cleave.reporting.projections.exports;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// All customers by what they bought for, written at once as all ranks are.
@Component
class CustomerFigures implements Source {

	private static final int FETCHED_AT_ONCE = 1_000;

	private final JdbcClient jdbc;

	CustomerFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Report report() {
		return Report.CUSTOMERS;
	}

	@Override
	public List<String> columns(Question question) {
		return List.of("customer", "orders", "revenue", "returned_units", "returned", "refunded", "net", "currency");
	}

	@Override
	public long steps(Question question) {
		return 0;
	}

	@Override
	public Stretch write(Question question, @Nullable List<String> after, int atMost, PartWriter file) {
		var period = question.period();
		this.jdbc.sql("""
				SELECT customer, sum(orders) AS orders, sum(revenue) AS revenue,
					sum(returned_units) AS returned_units, sum(returned) AS returned, sum(refunded) AS refunded
				FROM customer_day
				WHERE generation = (SELECT generation FROM serving) AND currency = ? AND day >= ? AND day < ?
				GROUP BY customer HAVING sum(orders) <> 0 ORDER BY sum(revenue) DESC, customer
				""")
			.param(period.currency())
			.param(period.from())
			.param(period.to())
			.withFetchSize(FETCHED_AT_ONCE)
			.query(row -> {
				file.row(row.getString("customer"), row.getLong("orders"), row.getLong("revenue"),
						row.getLong("returned_units"), row.getLong("returned"), row.getLong("refunded"),
						row.getLong("revenue") - row.getLong("returned"), period.currency());
			});
		return Stretch.WHOLE;
	}

}
