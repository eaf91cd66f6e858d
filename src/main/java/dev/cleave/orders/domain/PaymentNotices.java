package dev.cleave.orders.domain;

import java.util.Locale;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the payment provider has told.
@Repository
class PaymentNotices {

	private final JdbcClient jdbc;

	PaymentNotices(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	boolean contains(String id) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM payment_notice WHERE id = ?)")
			.param(id)
			.query(Boolean.class)
			.single();
	}

	void add(PaymentNotice notice) {
		this.jdbc.sql("""
				INSERT INTO payment_notice (id, kind, order_id, reference, amount, currency, heard_at)
				VALUES (?, ?, ?, ?, ?, ?, now()) ON CONFLICT (id) DO NOTHING
				""")
			.params(notice.id(), notice.kind().name().toLowerCase(Locale.ROOT), notice.order().value(),
					notice.reference(), notice.amount().amount(), notice.amount().currency())
			.update();
	}

}
