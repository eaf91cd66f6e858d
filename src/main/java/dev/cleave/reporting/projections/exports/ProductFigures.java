package dev.cleave.reporting.projections.exports;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// All products by what was sold of them. A rank has no key to go on from, so all rows are those of one moment and are
/// written at once.
@Component
class ProductFigures implements Source {

	private static final int FETCHED_AT_ONCE = 1_000;

	private final JdbcClient jdbc;

	ProductFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Report report() {
		return Report.TOP_PRODUCTS;
	}

	@Override
	public List<String> columns(Question question) {
		return List.of("sku", "name", "units", "revenue", "returned_units", "returned", "net", "currency");
	}

	@Override
	public long steps(Question question) {
		return 0;
	}

	@Override
	public Stretch write(Question question, @Nullable List<String> after, int atMost, PartWriter file) {
		var period = question.period();
		this.jdbc
			.sql("""
					SELECT sold.sku, product.name, sold.units, sold.revenue, sold.returned_units, sold.returned FROM (
						SELECT sku, sum(units) AS units, sum(revenue) AS revenue,
								sum(returned_units) AS returned_units, sum(returned) AS returned
							FROM product_day
						WHERE generation = (SELECT generation FROM serving) AND currency = ? AND day >= ? AND day < ? GROUP BY sku HAVING sum(units) <> 0) sold
					LEFT JOIN product ON product.generation = (SELECT generation FROM serving) AND product.sku = sold.sku
					ORDER BY sold.%s DESC, sold.sku
					"""
				.formatted(Objects.equals(question.by(), "units") ? "units" : "revenue"))
			.param(period.currency())
			.param(period.from())
			.param(period.to())
			.withFetchSize(FETCHED_AT_ONCE)
			.query(row -> {
				file.row(row.getString("sku"), row.getString("name"), row.getLong("units"), row.getLong("revenue"),
						row.getLong("returned_units"), row.getLong("returned"),
						row.getLong("revenue") - row.getLong("returned"), period.currency());
			});
		return Stretch.WHOLE;
	}

}
