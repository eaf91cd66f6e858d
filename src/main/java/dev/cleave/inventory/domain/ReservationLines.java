package dev.cleave.inventory.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.cleave.inventory.domain.Reservation.Held;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps what open reservations hold, and what the revoked ones held. Whoever changes it has locked the reservations.
@Repository
class ReservationLines {

	private static final String WRITE = """
			INSERT INTO reservation_line (reference, line, sku, location, quantity, sequence)
			SELECT * FROM unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
			""";

	private static final String KEEP = """
			INSERT INTO revoked_line (reference, line, sku, location, quantity)
			SELECT reference, line, sku, location, quantity FROM reservation_line WHERE reference = ANY (?::text[])
			""";

	private static final String REVOKED = """
			SELECT reference, line, sku, location, quantity FROM revoked_line
			WHERE reference = ANY (?::text[]) ORDER BY reference, line, location
			""";

	private final JdbcClient jdbc;

	ReservationLines(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Brings the lines up to what the reservations hold now.
	void write(Collection<Reservation> reservations) {
		keep(reservations.stream().filter(Reservation::isRevoked).filter(Reservation::hasLinesStored).toList());
		remove(reservations.stream().filter(Reservation::hasLinesStored).toList());
		add(reservations.stream().filter(Reservation::isOpen).toList());
	}

	/// What each of the references held when it was revoked.
	Map<String, List<Held>> revoked(Collection<String> references) {
		var revoked = new HashMap<String, List<Held>>();
		this.jdbc.sql(REVOKED).param(references.toArray(String[]::new)).query(row -> {
			revoked.computeIfAbsent(row.getString("reference"), _ -> new ArrayList<>())
				.add(new Held(row.getInt("line"), new Shelf(row.getString("sku"), row.getString("location")),
						row.getLong("quantity"), 0));
		});
		return revoked;
	}

	private void keep(List<Reservation> revoked) {
		if (!revoked.isEmpty()) {
			this.jdbc.sql(KEEP).param(Columns.texts(revoked, Reservation::reference)).update();
		}
	}

	private void remove(List<Reservation> changed) {
		if (!changed.isEmpty()) {
			this.jdbc.sql("DELETE FROM reservation_line WHERE reference = ANY (?::text[])")
				.param(Columns.texts(changed, Reservation::reference))
				.update();
		}
	}

	private void add(List<Reservation> open) {
		record Row(String reference, Held held) {
		}
		var rows = new ArrayList<Row>();
		open.forEach(one -> one.held().forEach(held -> rows.add(new Row(one.reference(), held))));
		if (!rows.isEmpty()) {
			this.jdbc.sql(WRITE)
				.param(Columns.texts(rows, Row::reference))
				.param(Columns.numbers(rows, row -> row.held().line()))
				.param(Columns.texts(rows, row -> row.held().shelf().sku()))
				.param(Columns.texts(rows, row -> row.held().shelf().location()))
				.param(Columns.numbers(rows, row -> row.held().quantity()))
				.param(Columns.numbers(rows, row -> row.held().sequence()))
				.update();
		}
	}

}
