package dev.cleave.reporting.projections;

import java.util.List;

import dev.cleave.platform.persistence.Lane;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Says which products sold best.
@Service
public class RankingProducts {

	private final JdbcClient jdbc;

	RankingProducts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Equals stand in the order of their SKUs.
	public List<ProductFigure> rank(Period period, Measure by, int limit) {
		return Lane.BULK.call(() -> this.jdbc.sql("""
				SELECT sold.sku, product.name, sold.units, sold.revenue, sold.returned_units, sold.returned FROM (
					SELECT sku, sum(units) AS units, sum(revenue) AS revenue,
						sum(returned_units) AS returned_units, sum(returned) AS returned
					FROM product_day
					WHERE generation = (SELECT generation FROM serving) AND currency = ? AND day >= ? AND day < ?
					GROUP BY sku HAVING sum(units) <> 0 ORDER BY sum(%s) DESC, sku LIMIT ?) sold
				LEFT JOIN product ON product.generation = (SELECT generation FROM serving) AND product.sku = sold.sku
				ORDER BY sold.%1$s DESC, sold.sku
				""".formatted(by.column))
			.param(period.currency())
			.param(period.from())
			.param(period.to())
			.param(limit)
			.query(ProductFigure.class)
			.list());
	}

	/// By what products are compared.
	public enum Measure {

		REVENUE("revenue"), UNITS("units");

		private final String column;

		Measure(String column) {
			this.column = column;
		}

	}

}
