package dev.cleave.orders.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.Rejection.Shortage;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Puts orders together from their rows: by one query for the lines of all of them, and one for what was short.
@Repository
class OrderRows {

	static final RowMapper<Head> HEAD = (row, number) -> new Head(id(row, "id"), row.getString("rejection"), row(row));

	static final String SELECT = """
			SELECT id, reference, customer, owner, status, payment_terms, rejection, total, currency, refund_due, country,
				ship_to, placed_at, version
			FROM orders""";

	private final JdbcClient jdbc;

	OrderRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<PlacedOrder> complete(List<Head> heads) {
		if (heads.isEmpty()) {
			return List.of();
		}
		var lines = byOrder(heads.stream().map(Head::id).toList(),
				OrderLines.SELECT + " WHERE order_id = ANY (?::uuid[]) ORDER BY order_id, line", OrderLines::read);
		var shortages = byOrder(heads.stream().filter(head -> head.rejection() != null).map(Head::id).toList(),
				"SELECT order_id, sku, requested, available FROM order_shortage WHERE order_id = ANY (?::uuid[]) ORDER BY order_id, sku",
				row -> new Shortage(row.getString("sku"), row.getLong("requested"), row.getLong("available")));
		return heads.stream()
			.map(head -> head.with(lines.getOrDefault(head.id(), List.of()),
					shortages.getOrDefault(head.id(), List.of())))
			.toList();
	}

	private <T> Map<UUID, List<T>> byOrder(List<UUID> orders, String sql, Reading<T> reading) {
		if (orders.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql(sql)
			.param(orders.stream().map(UUID::toString).toArray(String[]::new))
			.query((row, number) -> Map.entry(id(row, "order_id"), reading.read(row)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
	}

	private static UUID id(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(row.getObject(column, UUID.class));
	}

	private static PlacedOrder row(ResultSet row) throws SQLException {
		return new PlacedOrder(new OrderId(id(row, "id")), row.getString("reference"), row.getString("customer"),
				row.getString("owner"), OrderStatus.valueOf(row.getString("status")),
				PaymentTerms.valueOf(row.getString("payment_terms")), null, List.of(), row.getLong("total"),
				row.getString("currency"), row.getLong("refund_due"), row.getString("country"),
				row.getString("ship_to"), row.getObject("placed_at", OffsetDateTime.class).toInstant(),
				row.getLong("version"));
	}

	/// An order without its lines.
	record Head(UUID id, @org.jspecify.annotations.Nullable String rejection, PlacedOrder order) {

		PlacedOrder with(List<OrderLine> lines, List<Shortage> shortages) {
			return new PlacedOrder(this.order.id(), this.order.reference(), this.order.customer(), this.order.owner(),
					this.order.status(), this.order.terms(),
					(this.rejection != null) ? new Rejection(this.rejection, shortages) : null, lines,
					this.order.total(), this.order.currency(), this.order.refundDue(), this.order.country(),
					this.order.shipTo(), this.order.placedAt(), this.order.version());
		}

	}

	private interface Reading<T> {

		T read(ResultSet row) throws SQLException;

	}

}
