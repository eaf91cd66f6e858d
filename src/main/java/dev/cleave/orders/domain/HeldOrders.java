package dev.cleave.orders.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Orders that are about to move. Whoever reads one here holds its row until the end of the transaction, so that rivals
/// take turns instead of failing.
@Repository
class HeldOrders {

	private static final String ORDERS = "SELECT id, status, payment_terms, total, currency, refund_due, version FROM orders ";

	private final JdbcClient jdbc;

	HeldOrders(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Locks in the order of ids, so that two batches can't block each other.
	List<Order> hold(Collection<UUID> ids) {
		return this.jdbc.sql(ORDERS + "WHERE id = ANY (?::uuid[]) ORDER BY id FOR NO KEY UPDATE")
			.param(Columns.texts(ids, id -> id))
			.query((row, number) -> order(row))
			.list();
	}

	Optional<Order> hold(Wish wish) {
		return this.jdbc.sql(ORDERS + "WHERE id = ? AND (? OR owner = ?) FOR NO KEY UPDATE")
			.params(wish.order().value(), wish.who().seesAll(), wish.who().id())
			.query((row, number) -> order(row))
			.optional();
	}

	/// Those that have outlived their deadlines, the longest overdue first. Passes over
	/// those that somebody else holds, so that any number of nodes can look at once.
	List<Order> due(int limit) {
		return this.jdbc.sql(ORDERS + "WHERE due_at <= now() ORDER BY due_at LIMIT ? FOR NO KEY UPDATE SKIP LOCKED")
			.param(limit)
			.query((row, number) -> order(row))
			.list();
	}

	/// Writes where orders have come to stand, however many they are, and sets their
	/// deadlines by the database's clock.
	void write(List<Order> moved) {
		var written = this.jdbc.sql("""
				UPDATE orders SET status = moved.status, rejection = coalesce(moved.rejection, orders.rejection),
					refund_due = moved.refund_due, due_at = now() + moved.stay, version = moved.version
				FROM unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::interval[], ?::bigint[], ?::bigint[])
					AS moved (id, status, rejection, refund_due, stay, held, version)
				WHERE orders.id = moved.id AND orders.version = moved.held
				""")
			.param(Columns.texts(moved, Order::id))
			.param(Columns.texts(moved, Order::status))
			.param(Columns.texts(moved, Order::rejection))
			.param(Columns.numbers(moved, order -> order.refundDue().amount()))
			.param(Columns.texts(moved, Order::stay))
			.param(Columns.numbers(moved, order -> order.course().heldVersion()))
			.param(Columns.numbers(moved, Order::version))
			.update();
		if (written != moved.size()) {
			throw new IllegalStateException("Only %d of these orders were held when they moved: %s".formatted(written,
					moved.stream().map(Order::id).toList()));
		}
	}

	private static Order order(ResultSet row) throws SQLException {
		var course = new Course(Objects.requireNonNull(row.getObject("id", UUID.class)),
				OrderStatus.valueOf(row.getString("status")), row.getLong("version"));
		return new Order(course, PaymentTerms.valueOf(row.getString("payment_terms")),
				new Price(row.getLong("total"), row.getString("currency")), row.getLong("refund_due"));
	}

}
