package dev.cleave.orders.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.OrderQuery.Position;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Orders as they are written down and shown.
@Repository
class PlacedOrders {

	private final JdbcClient jdbc;

	private final OrderRows rows;

	private final OrderInsert insert;

	PlacedOrders(JdbcClient jdbc, OrderRows rows) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.insert = new OrderInsert(jdbc);
	}

	/// Returns which of them are written; the references of the others are taken.
	///
	/// @param stay how long they may stay unsettled; null for as long as it takes
	Set<OrderId> add(List<PlacedOrder> orders, Instant now, @Nullable Duration stay) {
		return this.insert.run(orders, now, stay);
	}

	Optional<PlacedOrder> find(OrderId id, Reader reader) {
		return this.rows
			.complete(this.jdbc.sql(OrderRows.SELECT + " WHERE id = ? AND (? OR owner = ?)")
				.param(id.value())
				.param(reader.seesAll())
				.param(reader.id())
				.query(OrderRows.HEAD)
				.list())
			.stream()
			.findFirst();
	}

	boolean exists(OrderId id, Reader reader) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM orders WHERE id = ? AND (? OR owner = ?))")
			.param(id.value())
			.param(reader.seesAll())
			.param(reader.id())
			.query(Boolean.class)
			.single();
	}

	List<PlacedOrder> named(Collection<String> references) {
		return references.isEmpty() ? List.of()
				: this.rows.complete(this.jdbc.sql(OrderRows.SELECT + " WHERE reference = ANY (?)")
					.param(references.toArray(String[]::new))
					.query(OrderRows.HEAD)
					.list());
	}

	List<PlacedOrder> list(OrderQuery query, Reader reader, @Nullable Position after, int limit) {
		var where = new Conditions().and("owner = :owner", reader.seesAll() ? null : reader.id())
			.and("status = :status", query.status())
			.and("customer = :customer", query.customer())
			.and("reference = :reference", query.reference())
			.and("placed_at >= :from::timestamptz", query.from())
			.and("placed_at < :to::timestamptz", query.to());
		if (query.refundDue()) {
			where.and("refund_due > 0");
		}
		if (after != null) {
			where.and("(placed_at, id) < (:time::timestamptz, :id::uuid)", after.placedAt(), after.id());
		}
		return this.rows.complete(this.jdbc
			.sql(OrderRows.SELECT + " WHERE %s ORDER BY placed_at DESC, id DESC LIMIT :limit".formatted(where.sql()))
			.params(where.values)
			.param("limit", limit)
			.query(OrderRows.HEAD)
			.list());
	}

	/// Only what is asked for stands in the statement, so that each combination finds its
	/// index.
	private static final class Conditions {

		private static final Pattern NAME = Pattern.compile("(?<!:):([a-z]+)");

		private final List<String> conditions = new ArrayList<>(List.of("true"));

		private final Map<String, Object> values = new HashMap<>();

		/// Nothing is asked for where the first value is null.
		Conditions and(String condition, @Nullable Object... asked) {
			if (asked[0] != null) {
				this.conditions.add(condition);
				var names = NAME.matcher(condition);
				for (var value : asked) {
					names.find();
					this.values.put(names.group(1), String.valueOf(value));
				}
			}
			return this;
		}

		Conditions and(String condition) {
			this.conditions.add(condition);
			return this;
		}

		String sql() {
			return String.join(" AND ", this.conditions);
		}

	}

}
