package dev.cleave.reporting.projections;

import java.util.List;

import dev.cleave.platform.persistence.Lane;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Says which customers bought for most. Orders of nobody in particular are left out.
@Service
public class RankingCustomers {

	private final JdbcClient jdbc;

	RankingCustomers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Equals stand in the order of their ids.
	public List<CustomerFigure> rank(Period period, int limit) {
		return Lane.BULK.call(() -> this.jdbc.sql("""
				SELECT customer, sum(orders) AS orders, sum(revenue) AS revenue,
					sum(returned_units) AS returned_units, sum(returned) AS returned, sum(refunded) AS refunded
				FROM customer_day
				WHERE generation = (SELECT generation FROM serving) AND currency = ? AND day >= ? AND day < ?
				GROUP BY customer HAVING sum(orders) <> 0 ORDER BY sum(revenue) DESC, customer LIMIT ?
				""")
			.param(period.currency())
			.param(period.from())
			.param(period.to())
			.param(limit)
			.query(CustomerFigure.class)
			.list());
	}

}
