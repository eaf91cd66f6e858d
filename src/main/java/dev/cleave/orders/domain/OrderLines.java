package dev.cleave.orders.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import dev.cleave.orders.events.Portion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The lines of orders and how far they have come. Who changes them holds their order.
@Repository
class OrderLines {

	static final String SELECT = """
			SELECT order_id, line, sku, name, quantity, unit_price, shipped, delivered, returned FROM order_line""";

	private final JdbcClient jdbc;

	OrderLines(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<OrderLine> of(UUID order) {
		return this.jdbc.sql(SELECT + " WHERE order_id = ? ORDER BY line")
			.param(order)
			.query((row, number) -> read(row))
			.list();
	}

	/// Lets units reach a stage.
	void advance(UUID order, Stage stage, List<Portion> portions) {
		var advanced = this.jdbc.sql("""
				UPDATE order_line SET %1$s = %1$s + portion.quantity
				FROM unnest(?::int[], ?::bigint[]) AS portion (line, quantity)
				WHERE order_id = ? AND order_line.line = portion.line
				""".formatted(stage.name().toLowerCase(Locale.ROOT)))
			.param(portions.stream().map(Portion::line).toArray(Integer[]::new))
			.param(Columns.numbers(portions, Portion::quantity))
			.param(order)
			.update();
		if (advanced != portions.size()) {
			throw new IllegalStateException(
					"Order %s has only %d of the lines in %s".formatted(order, advanced, portions));
		}
	}

	static OrderLine read(ResultSet row) throws SQLException {
		return new OrderLine(row.getInt("line"), row.getString("sku"), row.getString("name"), row.getLong("quantity"),
				row.getLong("unit_price"), row.getLong("shipped"), row.getLong("delivered"), row.getLong("returned"));
	}

}
