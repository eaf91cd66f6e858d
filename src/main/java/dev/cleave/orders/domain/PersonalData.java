package dev.cleave.orders.domain;

import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All that orders keeps of persons: where an order goes, and what its customer said. It is erased here.
///
/// It is the customer's where one is known: staff order for others, whose address stays when somebody of the staff goes.
@Repository
class PersonalData {

	private static final String THEIRS = "customer = ANY (?) OR (owner = ANY (?) AND customer IS NULL)";

	private final JdbcClient jdbc;

	PersonalData(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Locks in the order of ids, like whoever moves orders.
	void erase(Collection<String> callers) {
		if (!callers.isEmpty()) {
			var ids = callers.toArray(String[]::new);
			this.jdbc.sql("""
					UPDATE orders SET ship_to = NULL WHERE id = ANY (ARRAY(
						SELECT id FROM orders WHERE (%s) AND ship_to IS NOT NULL
						ORDER BY id FOR NO KEY UPDATE))""".formatted(THEIRS)).param(ids).param(ids).update();
			this.jdbc.sql("""
					DELETE FROM order_remark WHERE order_id = ANY (ARRAY(
						SELECT id FROM orders WHERE %s))""".formatted(THEIRS)).param(ids).param(ids).update();
		}
	}

	void rememberToLookAgain(Collection<String> callers) {
		this.jdbc.sql("""
				INSERT INTO erased_caller (caller, due_at)
				SELECT DISTINCT caller, now() + interval '1 minute' FROM unnest(?::text[]) AS caller ORDER BY caller
				ON CONFLICT DO NOTHING""").param(callers.toArray(String[]::new)).update();
	}

	/// Another node that asks at the same moment is given others.
	List<String> takeDue() {
		return this.jdbc.sql("""
				DELETE FROM erased_caller WHERE caller = ANY (ARRAY(
					SELECT caller FROM erased_caller WHERE due_at <= now()
					ORDER BY caller LIMIT 100 FOR UPDATE SKIP LOCKED))
				RETURNING caller""").query((row, number) -> row.getString("caller")).list();
	}

}
