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
			SELECT reservation.reference, state, reason, shipments, returns, line, sku, location, quantity, sequence
			FROM reservation LEFT JOIN reservation_line ON reservation_line.reference = reservation.reference
			WHERE reservation.reference = ANY (?::text[])
			ORDER BY reservation.reference, line, location FOR UPDATE OF reservation
			""";

	/// What is closed changes only when something of it has left.
	private static final String WRITE = """
			INSERT INTO reservation (reference, state, reason, shipments, returns)
			SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::int[])
			ON CONFLICT (reference) DO UPDATE SET state = EXCLUDED.state, reason = EXCLUDED.reason,
				shipments = EXCLUDED.shipments, returns = EXCLUDED.returns, changed_at = now()
			WHERE reservation.state IN ('OPEN', 'TOMBSTONE') OR EXCLUDED.shipments > 0
			""";

	/// Those of which a part has left can't be revoked any more.
	private static final String YOUNGEST = """
			SELECT reference, quantity FROM (
				SELECT reference, quantity, sequence, sum(quantity) OVER (ORDER BY sequence DESC) - quantity AS younger
				FROM reservation_line JOIN reservation USING (reference)
				WHERE sku = ? AND location = ? AND shipments <= ?) held
			WHERE younger < ? ORDER BY sequence DESC
			""";

	private final JdbcClient jdbc;

	private final ReservationLines lines;

	Reservations(JdbcClient jdbc, ReservationLines lines) {
		this.jdbc = jdbc;
		this.lines = lines;
	}

	/// Those of the references that are known, by reference. Nobody else can change them
	/// until the transaction ends.
	Map<String, Reservation> lock(Collection<String> references) {
		var known = new HashMap<String, Reservation>();
		this.jdbc.sql(LOCK).param(references.toArray(String[]::new)).query(row -> {
			known.merge(row.getString("reference"), reservation(row), Reservations::joined);
		});
		var revoked = known.values().stream().filter(Reservation::isRevoked).map(Reservation::reference).toList();
		if (!revoked.isEmpty()) {
			this.lines.revoked(revoked)
				.forEach((reference, held) -> known.computeIfPresent(reference, (_, one) -> holding(one, held)));
		}
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
		return youngest(shelf, units, Integer.MAX_VALUE);
	}

	/// The same of those that can be revoked.
	List<Concerned> youngestRevocable(Shelf shelf, long units) {
		return youngest(shelf, units, 0);
	}

	private List<Concerned> youngest(Shelf shelf, long units, int mostShipments) {
		return this.jdbc.sql(YOUNGEST)
			.params(shelf.sku(), shelf.location(), mostShipments, units)
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
			.param(Columns.numbers(reservations, Reservation::shipments))
			.param(Columns.numbers(reservations, Reservation::returns))
			.update();
		if (written != reservations.size()) {
			throw new ContradictionException(
					"Only %d of %d reservations could change".formatted(written, reservations.size()));
		}
		this.lines.write(reservations);
	}

	private static Reservation reservation(ResultSet row) throws SQLException {
		var state = ReservationState.valueOf(row.getString("state"));
		var line = row.getInt("line");
		var held = row.wasNull() ? List.<Held>of()
				: List.of(new Held(line, new Shelf(row.getString("sku"), row.getString("location")),
						row.getLong("quantity"), row.getLong("sequence")));
		return new Reservation(row.getString("reference"), state, row.getString("reason"), held,
				row.getInt("shipments"), row.getInt("returns"), state);
	}

	private static Reservation joined(Reservation left, Reservation right) {
		var held = new ArrayList<>(left.held());
		held.addAll(right.held());
		return holding(left, held);
	}

	private static Reservation holding(Reservation one, List<Held> held) {
		return new Reservation(one.reference(), one.state(), one.reason(), held, one.shipments(), one.returns(),
				one.stored());
	}

}
