package dev.cleave.platform.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// The audit trail of one module for those who look after it.
record AuditBook(String module, JdbcClient jdbc, Sealer sealer, Verification verification) {

	AuditBook(String module, JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
		this(module, jdbc, new Sealer(jdbc, transactions), new Verification(jdbc, clock));
	}

	/// Entries from the youngest.
	///
	/// @param before null for the youngest of all
	List<AuditEntry> entries(Wanted wanted, @Nullable Long before, int limit) {
		var conditions = new ArrayList<>(List.of("true"));
		var values = new HashMap<String, Object>();
		wanted.values().forEach((column, value) -> {
			conditions.add("%1$s = :%1$s".formatted(column.sql()));
			values.put(column.sql(), value);
		});
		if (before != null) {
			conditions.add("id < :before");
			values.put("before", before);
		}
		return this.jdbc.sql("""
				SELECT %s FROM audit_entry WHERE %s ORDER BY id DESC LIMIT :limit
				""".formatted(AuditEntry.COLUMNS, String.join(" AND ", conditions)))
			.params(values)
			.param("limit", limit)
			.query((row, number) -> AuditEntry.of(row))
			.list();
	}

}
