package dev.cleave.orders.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The money that came in for orders, and what was given back. Each reference stands for one of them.
@Repository
class Till {

	private static final RowMapper<Entry> ENTRY = (row,
			number) -> new Entry(Objects.requireNonNull(row.getObject("order_id", UUID.class)), row.getLong("amount"));

	private final JdbcClient jdbc;

	Till(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Entry> payment(String reference) {
		return this.jdbc.sql("SELECT order_id, amount FROM payment WHERE reference = ?")
			.param(reference)
			.query(ENTRY)
			.optional();
	}

	/// Waits for a rival with the same reference.
	///
	/// @return whether the reference was free
	boolean takes(String reference, Entry payment, boolean late, Instant at, String actor) {
		return this.jdbc.sql("""
				INSERT INTO payment (reference, order_id, amount, late, at, actor)
				VALUES (?, ?, ?, ?, ?::timestamptz, ?) ON CONFLICT (reference) DO NOTHING
				""").params(reference, payment.order(), payment.amount(), late, at.toString(), actor).update() == 1;
	}

	Optional<Entry> refund(String reference) {
		return this.jdbc.sql("SELECT order_id, amount FROM refund WHERE reference = ?")
			.param(reference)
			.query(ENTRY)
			.optional();
	}

	/// Waits for a rival with the same reference.
	///
	/// @return whether the reference was free
	boolean gives(String reference, Entry refund, Instant at, String actor) {
		return this.jdbc.sql("""
				INSERT INTO refund (reference, order_id, amount, at, actor)
				VALUES (?, ?, ?, ?::timestamptz, ?) ON CONFLICT (reference) DO NOTHING
				""").params(reference, refund.order(), refund.amount(), at.toString(), actor).update() == 1;
	}

	/// @param amount in minor units of the order's currency
	record Entry(UUID order, long amount) {

		boolean isOf(Order of, @Nullable Price said) {
			return this.order.equals(of.id())
					&& (said == null || said.equals(new Price(this.amount, of.total().currency())));
		}

	}

}
