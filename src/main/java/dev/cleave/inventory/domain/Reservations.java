package dev.cleave.inventory.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.cleave.inventory.domain.Reservation.Held;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps reservations, many at a time. They are always locked before the shelves.
@Repository
class Reservations {

	private static final String LOCK = """
			SELECT reservation.reference, state, reason, line, sku, location, quantity, sequence
			FROM reservation LEFT JOIN reservation_line ON reservation_line.reference = reservation.reference
			WHERE reservation.reference = ANY (?::text[])
			ORDER BY reservation.reference, line FOR UPDATE OF reservation
			""";

	private static final String WRITE = """
			INSERT INTO reservation (reference, state, reason)
			SELECT * FROM unnest(?::text[], ?::text[], ?::text[])
			ON CONFLICT (reference) DO UPDATE SET state = EXCLUDED.state, reason = EXCLUDED.reason, changed_at = now()
			WHERE reservation.state IN ('OPEN', 'TOMBSTONE')
			""";

	private static final String WRITE_LINES = """
			INSERT INTO reservation_line (reference, line, sku, location, quantity, sequence)
			SELECT * FROM unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
			""";

	private final JdbcClient jdbc;

	Reservations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Those of the references that are known, by reference. Nobody else can change them
	/// until the transaction ends.
	Map<String, Reservation> lock(Collection<String> references) {
		var known = new HashMap<String, Reservation>();
		this.jdbc.sql(LOCK).param(references.toArray(String[]::new)).query(row -> {
			known.merge(row.getString("reference"), reservation(row), Reservations::joined);
		});
		return known;
	}

	/// Until the transaction ends nobody reserves or releases anything. Only for the rare
	/// case in which others'
	/// reservations are taken away; it waits for the batches that are under way, as long
	/// as a lock may take.
	void standStill() {
		this.jdbc.sql("LOCK TABLE reservation IN EXCLUSIVE MODE").update();
	}

	/// What the youngest reservations hold of a shelf, youngest first: as many as
	/// together hold so many units.
	List<Concerned> youngest(Shelf shelf, long units) {
		return this.jdbc
			.sql("""
					SELECT reference, quantity FROM (
						SELECT reference, quantity, sequence, sum(quantity) OVER (ORDER BY sequence DESC) - quantity AS younger
						FROM reservation_line WHERE sku = ? AND location = ?) held
					WHERE younger < ? ORDER BY sequence DESC
					""")
			.param(shelf.sku())
			.param(shelf.location())
			.param(units)
			.query((row, number) -> new Concerned(row.getString("reference"), row.getLong("quantity")))
			.list();
	}

	void write(Collection<Reservation> reservations) {
		if (reservations.isEmpty()) {
			return;
		}
		var written = this.jdbc.sql(WRITE)
			.param(Columns.texts(reservations, Reservation::reference))
			.param(Columns.texts(reservations, Reservation::state))
			.param(Columns.texts(reservations, Reservation::reason))
			.update();
		if (written != reservations.size()) {
			throw new ContradictionException(
					"Only %d of %d reservations could change".formatted(written, reservations.size()));
		}
		writeLines(reservations.stream().filter(Reservation::isNewlyOpen).toList());
		removeLines(reservations.stream().filter(Reservation::isNewlyClosed).toList());
	}

	private void writeLines(List<Reservation> opened) {
		record Row(String reference, Held held) {
		}
		var rows = new ArrayList<Row>();
		opened.forEach(one -> one.held().forEach(held -> rows.add(new Row(one.reference(), held))));
		if (!rows.isEmpty()) {
			this.jdbc.sql(WRITE_LINES)
				.param(Columns.texts(rows, Row::reference))
				.param(Columns.numbers(rows, row -> row.held().line()))
				.param(Columns.texts(rows, row -> row.held().shelf().sku()))
				.param(Columns.texts(rows, row -> row.held().shelf().location()))
				.param(Columns.numbers(rows, row -> row.held().quantity()))
				.param(Columns.numbers(rows, row -> row.held().sequence()))
				.update();
		}
	}

	private void removeLines(List<Reservation> closed) {
		if (!closed.isEmpty()) {
			this.jdbc.sql("DELETE FROM reservation_line WHERE reference = ANY (?::text[])")
				.param(Columns.texts(closed, Reservation::reference))
				.update();
		}
	}

	private static Reservation reservation(ResultSet row) throws SQLException {
		var state = ReservationState.valueOf(row.getString("state"));
		var line = row.getInt("line");
		var held = row.wasNull() ? List.<Held>of()
				: List.of(new Held(line, new Shelf(row.getString("sku"), row.getString("location")),
						row.getLong("quantity"), row.getLong("sequence")));
		return new Reservation(row.getString("reference"), state, row.getString("reason"), held, state);
	}

	private static Reservation joined(Reservation left, Reservation right) {
		var held = new ArrayList<>(left.held());
		held.addAll(right.held());
		return new Reservation(left.reference(), left.state(), left.reason(), held, left.stored());
	}

}
