package dev.cleave.reporting.projections;

import java.util.List;

import dev.cleave.platform.persistence.Lane;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Says what was sold, by day, month or country. Draws on the pool for bulk work, as all reports do.
@Service
public class ReadingSales {

	private final JdbcClient jdbc;

	ReadingSales(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// In the order of the keys, and none without an order.
	public List<SalesFigure> read(Period period, Grouping by) {
		return Lane.BULK.call(() -> this.jdbc
			.sql("""
					SELECT %s AS key, sum(orders) AS orders, sum(units) AS units, sum(revenue) AS revenue,
					sum(returned_units) AS returned_units, sum(returned) AS returned, sum(refunded) AS refunded
					FROM sales_day WHERE generation = (SELECT generation FROM serving) AND currency = ? AND day >= ? AND day < ?
					GROUP BY %1$s, %s HAVING sum(orders) <> 0 ORDER BY %2$s
					"""
				.formatted(by.key, by.order))
			.param(period.currency())
			.param(period.from())
			.param(period.to())
			.query(SalesFigure.class)
			.list());
	}

	/// What makes a row.
	public enum Grouping {

		DAY("to_char(day, 'YYYY-MM-DD')", "day"), MONTH("to_char(day, 'YYYY-MM')", "date_trunc('month', day)"),
		COUNTRY("nullif(country, '')", "country");

		private final String key;

		private final String order;

		Grouping(String key, String order) {
			this.key = key;
			this.order = order;
		}

	}

}
