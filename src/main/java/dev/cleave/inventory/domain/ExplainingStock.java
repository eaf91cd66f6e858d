package dev.cleave.inventory.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Explains a number: names what made it so, and adds it up.
@Service
public class ExplainingStock {

	/// As many as somebody reads.
	static final int NAMED = 20;

	/// What is on hand by what moved it, and what is reserved by whom. The largest terms
	/// are named, the others summed by
	/// type.
	private static final String TERMS = """
			WITH term AS (
				SELECT type, reference, CASE WHEN type IN ('RECEIVED', 'ADJUSTED') THEN reason END AS reason,
					min(actor) AS actor, sum(on_hand_delta)::bigint AS amount
				FROM movement
				WHERE sku = :sku AND (:location::text IS NULL OR location = :location) AND on_hand_delta <> 0
				GROUP BY 1, 2, 3 HAVING sum(on_hand_delta) <> 0
				UNION ALL
				SELECT 'RESERVED', line.reference, NULL, min(actor), -sum(line.quantity)::bigint
				FROM reservation_line line LEFT JOIN movement USING (sku, location, sequence)
				WHERE sku = :sku AND (:location::text IS NULL OR location = :location)
				GROUP BY line.reference
			), placed AS (
				SELECT *, row_number() OVER (ORDER BY abs(amount) DESC, type, reference, reason) AS place FROM term
			), named AS (
				SELECT *, CASE WHEN place <= :named THEN place END AS name FROM placed
			)
			SELECT type, name, min(reference) AS reference, min(reason) AS reason, min(actor) AS actor,
				sum(amount)::bigint AS amount, count(*) AS terms
			FROM named GROUP BY type, name HAVING sum(amount) <> 0
			ORDER BY array_position(ARRAY['RECEIVED', 'RETURNED', 'ADJUSTED', 'SHIPPED', 'RESERVED'], type), name
			""";

	private final JdbcClient jdbc;

	private final ReadingStock reading;

	ExplainingStock(JdbcClient jdbc, ReadingStock reading) {
		this.jdbc = jdbc;
		this.reading = reading;
	}

	/// Nothing for an unknown product.
	/// @param location to tell of; null for all
	@Transactional(transactionManager = "inventory", isolation = Isolation.REPEATABLE_READ, readOnly = true)
	public Optional<Explanation> explain(String sku, @Nullable String location) {
		return this.reading.now(sku).map(stock -> explained(stock.at(location), location));
	}

	private Explanation explained(StockFigures stock, @Nullable String location) {
		var terms = new ArrayList<>(this.jdbc.sql(TERMS)
			.param("sku", stock.sku())
			.param("location", location)
			.param("named", NAMED)
			.query((row, number) -> term(row))
			.list());
		var onHand = stock.onHand() - sum(terms, term -> !term.isReserved());
		var reserved = -stock.reserved() - sum(terms, StockTerm::isReserved);
		if (onHand != 0) {
			terms.add(StockTerm.unexplained(onHand));
		}
		if (reserved != 0) {
			terms.add(new StockTerm(MovementType.RESERVED.name(), reserved, null, null, null,
					"%d reserved for nobody".formatted(Math.abs(reserved))));
		}
		return new Explanation(stock.sku(), location, stock.onHand(), stock.reserved(), stock.version(), terms);
	}

	private static long sum(List<StockTerm> terms, Predicate<StockTerm> which) {
		return terms.stream().filter(which).mapToLong(StockTerm::amount).sum();
	}

	private static StockTerm term(ResultSet row) throws SQLException {
		var type = MovementType.valueOf(row.getString("type"));
		var amount = row.getLong("amount");
		if (row.getObject("name") == null) {
			var others = row.getLong("terms");
			return new StockTerm(type.name(), amount, null, null, others, Wording.ofOthers(type, amount, others));
		}
		var reference = row.getString("reference");
		var reason = row.getString("reason");
		return new StockTerm(type.name(), amount, reference, reason, null,
				Wording.of(type, amount, row.getString("actor"), reference, reason));
	}

}
