package dev.cleave.checker;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// I1 and I2: stock is what the ledger says, and the ledger has no gap.
final class StockInvariants {

	private static final Invariant BOOKED = Invariant.none("I1",
			"on hand is what was received, adjusted and returned less what was shipped", "inventory", """
					SELECT sku, location, on_hand, booked FROM (
						SELECT sku, location, sum(CASE WHEN type IN ('RECEIVED', 'ADJUSTED', 'RETURNED') THEN quantity
								WHEN type = 'SHIPPED' THEN -quantity ELSE 0 END) AS booked
						FROM inventory.movement GROUP BY sku, location) ledger
					FULL JOIN inventory.stock USING (sku, location)
					WHERE coalesce(on_hand, 0) <> coalesce(booked, 0)
					""");

	private static final Invariant COVERED = Invariant.none("I1", "nothing is reserved that is not there", "inventory",
			"""
					SELECT sku, location, on_hand, reserved FROM inventory.stock
					WHERE reserved < 0 OR reserved > on_hand
					""");

	private static final Invariant CHAINED = Invariant.none("I2",
			"the balances of the ledger follow from its movements, without a gap", "inventory", """
					SELECT * FROM (
						SELECT sku, location, sequence, row_number() OVER ledger AS expected_sequence,
							on_hand_after, sum(on_hand_delta) OVER ledger AS on_hand,
							reserved_after, sum(reserved_delta) OVER ledger AS reserved,
							time < lag(time) OVER ledger AS ran_backwards
						FROM inventory.movement
						WINDOW ledger AS (PARTITION BY sku, location ORDER BY sequence)) chain
					WHERE sequence <> expected_sequence OR on_hand_after <> on_hand
						OR reserved_after <> reserved OR ran_backwards
					""");

	private static final Invariant CURRENT = Invariant.none("I2", "stock is the last balance of the ledger",
			"inventory", """
					SELECT sku, location, on_hand, on_hand_after, reserved, reserved_after, stock.sequence,
						movement.sequence AS last
					FROM (
						SELECT DISTINCT ON (sku, location) * FROM inventory.movement
						ORDER BY sku, location, sequence DESC) movement
					FULL JOIN inventory.stock USING (sku, location)
					WHERE coalesce(on_hand, 0) <> coalesce(on_hand_after, 0)
						OR coalesce(reserved, 0) <> coalesce(reserved_after, 0)
						OR coalesce(stock.sequence, 0) <> coalesce(movement.sequence, 0)
					""");

	private static final Invariant TYPED = Invariant.none("I2", "a movement moves what its type says", "inventory", """
			SELECT sku, location, sequence, type, quantity, on_hand_delta, reserved_delta FROM inventory.movement
			WHERE on_hand_delta <> CASE WHEN type IN ('RECEIVED', 'ADJUSTED', 'RETURNED') THEN quantity
					WHEN type = 'SHIPPED' THEN -quantity ELSE 0 END
				OR reserved_delta <> CASE type WHEN 'RESERVED' THEN quantity WHEN 'RELEASED' THEN -quantity
					WHEN 'SHIPPED' THEN -quantity ELSE 0 END
			""");

	/// Computed here in SQL, apart from the product's own code.
	private static final Invariant HASHED = Invariant.none("I2", "each movement's hash follows from the one before",
			"inventory", """
					SELECT sku, location, sequence FROM (
						SELECT *, lag(hash, 1, decode(repeat('00', 32), 'hex')) OVER ledger AS before
						FROM inventory.movement WINDOW ledger AS (PARTITION BY sku, location ORDER BY sequence)) chain
					WHERE hash IS DISTINCT FROM sha256(before || %s)
					""".formatted(content()));

	private static final Invariant HEADED = Invariant.none("I2", "the head of a shelf is its last movement's hash",
			"inventory", """
					SELECT sku, location, sequence, head FROM inventory.stock
					LEFT JOIN inventory.movement USING (sku, location, sequence)
					WHERE head <> coalesce(hash, decode(repeat('00', 32), 'hex'))
					""");

	private static final Invariant TRANSFERRED = Invariant.none("I1",
			"a transfer leaves one location and arrives at another as it says", "inventory",
			"""
					SELECT reference, location, quantity, movements, moved FROM (
						SELECT id::text AS reference, sku, origin AS location, -sent AS quantity, sent_at AS time
						FROM inventory.transfer
						UNION ALL
						SELECT id::text, sku, destination, received, received_at FROM inventory.transfer
						WHERE received IS NOT NULL) said
					FULL JOIN (
						SELECT reference, sku, location, count(*) AS movements, sum(quantity) AS moved, max(time) AS at
						FROM inventory.movement
						WHERE type = 'ADJUSTED' AND (reason LIKE 'transfer sent to %' OR reason LIKE 'transfer received from %')
						GROUP BY 1, 2, 3) ledger USING (reference, sku, location)
					WHERE movements IS DISTINCT FROM 1 OR moved IS DISTINCT FROM quantity OR at IS DISTINCT FROM time
					""");

	static final List<Invariant> ALL = List.of(TRANSFERRED, BOOKED, COVERED, CHAINED, CURRENT, TYPED, HASHED, HEADED);

	private StockInvariants() {
	}

	/// What of a movement is hashed: each field as text behind its length.
	private static String content() {
		return Stream
			.of("sku", "location", "sequence", "type", "quantity", "on_hand_delta", "reserved_delta", "on_hand_after",
					"reserved_after", "reason", "actor", "reference", "cause", "line",
					"(extract(epoch FROM time) * 1000000)::bigint")
			.map((field) -> "coalesce(int4send(octet_length(%1$s::text)) || convert_to(%1$s::text, 'UTF8'), int4send(-1))"
				.formatted(field))
			.collect(Collectors.joining(" || "));
	}

}
