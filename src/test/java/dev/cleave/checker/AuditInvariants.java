package dev.cleave.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.cleave.checker.Invariant.Query;

/// I17: what was done is in the audit trail, and the trail is whole.
final class AuditInvariants {

	/// Computed here in SQL, apart from the product's own code.
	private static final String CHAINED = """
			SELECT '%%1$s' AS module, sequence, entry FROM (
				SELECT link.sequence, link.entry, link.previous, link.hash, row_number() OVER chain AS expected,
					lag(link.hash, 1, decode(repeat('00', 32), 'hex')) OVER chain AS before, audit_entry.*
				FROM %%1$s.audit_link AS link LEFT JOIN %%1$s.audit_entry ON id = link.entry
				WINDOW chain AS (ORDER BY link.sequence)) chain
			WHERE sequence <> expected OR previous <> before OR id IS NULL OR hash IS DISTINCT FROM sha256(previous || %s)
			"""
		.formatted(content());

	private static final String HEADED = """
			SELECT '%1$s' AS module, 'the end of the chain is another' AS what WHERE NOT EXISTS (
				SELECT FROM %1$s.audit_head
				WHERE sequence = (SELECT coalesce(max(sequence), 0) FROM %1$s.audit_link)
					AND hash = coalesce((SELECT hash FROM %1$s.audit_link ORDER BY sequence DESC LIMIT 1),
						decode(repeat('00', 32), 'hex')))
			""";

	private static final String COMPLETE = """
			SELECT '%1$s' AS module, coalesce(id, entry) AS entry, count(id) AS entries, count(entry) AS places
			FROM %1$s.audit_entry FULL JOIN (
				SELECT entry FROM %1$s.audit_link UNION ALL SELECT entry FROM %1$s.audit_unsealed) place ON entry = id
			GROUP BY 2 HAVING count(id) <> 1 OR count(entry) <> 1
			""";

	private static final Invariant ERASURES = Invariant.same("I17", "each erasure is in the audit trail",
			new Query("auth", "SELECT account_id::text, true FROM auth.erasure"), new Query("auth",
					"SELECT replace(subject, 'account:', ''), true FROM auth.audit_entry WHERE action = 'account.erased'"));

	private static final Invariant REFUNDS = Invariant.same("I17", "each refund is in the audit trail",
			new Query("orders", "SELECT 'order:' || order_id, count(*) FROM orders.refund GROUP BY 1"),
			new Query("orders",
					"SELECT subject, count(*) FROM orders.audit_entry WHERE action = 'order.refunded' GROUP BY 1"));

	private static final Invariant ADJUSTMENTS = Invariant.within("I17",
			"each adjustment in the audit trail is in the ledger",
			new Query("inventory",
					"""
							SELECT subject, reason, max(true::text) FROM inventory.audit_entry WHERE action = 'stock.adjusted' AND outcome = 'DONE' GROUP BY 1, 2
							"""),
			new Query("inventory",
					"""
							SELECT 'sku:' || sku, reason, max(true::text) FROM inventory.movement WHERE type = 'ADJUSTED' GROUP BY 1, 2
							"""));

	static final List<Invariant> ALL = List.of(everywhere("the audit trail is a chain", CHAINED),
			everywhere("the audit trail's end is known", HEADED),
			everywhere("each entry of the audit trail has one place in its chain, or waits for it", COMPLETE), ERASURES,
			REFUNDS, ADJUSTMENTS);

	private AuditInvariants() {
	}

	private static Invariant everywhere(String promise, String sql) {
		return new Invariant("I17", promise, (databases) -> {
			var witnesses = new ArrayList<String>();
			databases.modules().forEach((module) -> witnesses.addAll(databases.found(module, sql.formatted(module))));
			return witnesses;
		});
	}

	/// What of an entry is hashed: each field as text behind its length.
	private static String content() {
		return Stream
			.of("id", "(extract(epoch FROM time) * 1000000)::bigint", "actor_kind", "actor", "action", "subject",
					"outcome", "reason", "address", "trace", "details")
			.map((field) -> "coalesce(int4send(octet_length(%1$s::text)) || convert_to(%1$s::text, 'UTF8'), int4send(-1))"
				.formatted(field))
			.collect(Collectors.joining(" || "));
	}

}
