package dev.cleave.inventory.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The only way in which stock changes: lock the shelves, move in memory, write movements and balances together.
@Repository
class Ledger {

	private static final String OPEN = """
			INSERT INTO stock (sku, location)
			SELECT sku, location FROM product JOIN unnest(?::text[], ?::text[]) AS wanted (sku, location) USING (sku)
			ORDER BY sku, location
			ON CONFLICT DO NOTHING
			""";

	/// Everybody locks all shelves of a product, and in this order, so nobody waits in a
	/// circle.
	private static final String LOCK = """
			SELECT sku, location, on_hand, reserved, sequence, moved_at, head, clock_timestamp() AS now FROM stock
			WHERE sku = ANY (?::text[]) ORDER BY sku, location FOR UPDATE
			""";

	/// One row lock and one row version for each shelf, however many movements a batch
	/// makes there.
	private static final String CHANGE = """
			UPDATE stock SET on_hand = stock.on_hand + change.on_hand, reserved = stock.reserved + change.reserved,
				sequence = change.sequence, moved_at = change.moved_at, head = change.head
			FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::timestamptz[],
				?::bytea[]) AS change (sku, location, on_hand, reserved, seen, sequence, moved_at, head)
			WHERE stock.sku = change.sku AND stock.location = change.location AND stock.sequence = change.seen
				AND stock.on_hand - stock.reserved >= change.reserved - change.on_hand
			""";

	private static final String RECORD = """
			INSERT INTO movement (sku, location, sequence, type, quantity, on_hand_delta, reserved_delta, on_hand_after,
				reserved_after, reason, actor, reference, cause, line, time, hash)
			SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
				?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::int[], ?::timestamptz[],
				?::bytea[])
			""";

	private final JdbcClient jdbc;

	private final TouchedProducts touched;

	Ledger(JdbcClient jdbc, TouchedProducts touched) {
		this.jdbc = jdbc;
		this.touched = touched;
	}

	/// Sets up shelves that are not there yet; leaves out those of unknown products.
	void open(Collection<Shelf> shelves) {
		this.jdbc.sql(OPEN)
			.param(Columns.texts(shelves, Shelf::sku))
			.param(Columns.texts(shelves, Shelf::location))
			.update();
	}

	/// What is on a shelf, without a lock: good enough to plan with.
	Optional<Balance> peek(Shelf shelf) {
		return this.jdbc
			.sql("SELECT on_hand, reserved, sequence, moved_at, head FROM stock WHERE sku = ? AND location = ?")
			.param(shelf.sku())
			.param(shelf.location())
			.query((row, number) -> balance(row))
			.optional();
	}

	/// Opens the book on all shelves of these products. Nobody else can move them until
	/// the transaction ends.
	StockBook lock(Collection<String> skus) {
		var balances = new HashMap<Shelf, Balance>();
		var time = new Instant[] { Instant.EPOCH };
		this.jdbc.sql(LOCK).param(skus.toArray(String[]::new)).query(row -> {
			balances.put(new Shelf(row.getString("sku"), row.getString("location")), balance(row));
			time[0] = instant(row, "now");
		});
		return new StockBook(balances, time[0]);
	}

	/// Writes what happened in the book.
	/// @throws ContradictionException if a shelf is not as the book found it, or has less
	/// than was promised
	void write(StockBook book) {
		var changes = book.changes();
		if (changes.isEmpty()) {
			return;
		}
		var changed = this.jdbc.sql(CHANGE)
			.param(Columns.texts(changes, change -> change.shelf().sku()))
			.param(Columns.texts(changes, change -> change.shelf().location()))
			.param(Columns.numbers(changes, change -> change.after().onHand() - change.before().onHand()))
			.param(Columns.numbers(changes, change -> change.after().reserved() - change.before().reserved()))
			.param(Columns.numbers(changes, change -> change.before().sequence()))
			.param(Columns.numbers(changes, change -> change.after().sequence()))
			.param(Columns.texts(changes, change -> change.after().movedAt()))
			.param(Columns.texts(changes, change -> Chain.literal(change.after().head())))
			.update();
		if (changed != changes.size()) {
			throw new ContradictionException(
					"Only %d of %d shelves could move: %s".formatted(changed, changes.size(), changes));
		}
		record(book.movements());
		this.touched.afterCommit(changes.stream().map(change -> change.shelf().sku()).toList());
	}

	private void record(List<Movement> movements) {
		this.jdbc.sql(RECORD)
			.param(Columns.texts(movements, movement -> movement.shelf().sku()))
			.param(Columns.texts(movements, movement -> movement.shelf().location()))
			.param(Columns.numbers(movements, movement -> movement.after().sequence()))
			.param(Columns.texts(movements, Movement::type))
			.param(Columns.numbers(movements, Movement::quantity))
			.param(Columns.numbers(movements, movement -> movement.type().onHandDelta(movement.quantity())))
			.param(Columns.numbers(movements, movement -> movement.type().reservedDelta(movement.quantity())))
			.param(Columns.numbers(movements, movement -> movement.after().onHand()))
			.param(Columns.numbers(movements, movement -> movement.after().reserved()))
			.param(Columns.texts(movements, movement -> movement.voucher().reason()))
			.param(Columns.texts(movements, movement -> movement.voucher().actor()))
			.param(Columns.texts(movements, movement -> movement.voucher().reference()))
			.param(Columns.texts(movements, movement -> movement.voucher().cause()))
			.param(Columns.numbers(movements, movement -> movement.voucher().line()))
			.param(Columns.texts(movements, movement -> movement.after().movedAt()))
			.param(Columns.texts(movements, movement -> Chain.literal(movement.after().head())))
			.update();
	}

	private static Balance balance(ResultSet row) throws SQLException {
		return new Balance(row.getLong("on_hand"), row.getLong("reserved"), row.getLong("sequence"),
				instant(row, "moved_at"), Chain.ofBytes(row.getBytes("head")));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
