package dev.cleave.orders.domain;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What customers say of their orders. It may tell of persons, so it stands here only, is in no message and can be
/// erased; the timeline can't.
@Repository
class Remarks {

	private final JdbcClient jdbc;

	Remarks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// @param order that has just made the move that is explained
	void add(Order order, String remark) {
		this.jdbc.sql("INSERT INTO order_remark (order_id, sequence, remark) VALUES (?, ?, ?)")
			.params(order.id(), order.version(), remark)
			.update();
	}

}
