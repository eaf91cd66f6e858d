package dev.cleave.inventory.domain;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A planted bug: stock is read without a lock, and later overwritten with what it should have become.
public class CarelessLedger {

	@Bean
	@Primary
	Ledger ledgerWithoutLocks(JdbcClient jdbc, TouchedProducts touched) {
		return new Careless(jdbc, touched);
	}

	static class Careless extends Ledger {

		private final JdbcClient jdbc;

		private final TouchedProducts touched;

		Careless(JdbcClient jdbc, TouchedProducts touched) {
			super(jdbc, touched);
			this.jdbc = jdbc;
			this.touched = touched;
		}

		@Override
		StockBook lock(Collection<String> skus) {
			var balances = new HashMap<Shelf, Balance>();
			var time = OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(1).toInstant();
			for (var sku : skus) {
				this.jdbc.sql("SELECT location, on_hand, reserved, sequence, head FROM stock WHERE sku = ?")
					.param(sku)
					.query((row) -> {
						balances.put(new Shelf(sku, row.getString(1)), new Balance(row.getLong(2), row.getLong(3),
								row.getLong(4), time, Chain.ofBytes(row.getBytes(5))));
					});
			}
			return new StockBook(balances, time);
		}

		@Override
		void write(StockBook book) {
			this.touched.afterCommit(book.changes().stream().map((change) -> change.shelf().sku()).toList());
			for (var change : book.changes()) {
				var sequence = this.jdbc.sql("""
						UPDATE stock SET on_hand = ?, reserved = ?, sequence = sequence + ?, head = ?::bytea
						WHERE sku = ? AND location = ? RETURNING sequence
						""")
					.params(change.after().onHand(), change.after().reserved(),
							change.after().sequence() - change.before().sequence(),
							Chain.literal(change.after().head()), change.shelf().sku(), change.shelf().location())
					.query(Long.class)
					.single();
				book.movements()
					.stream()
					.filter((movement) -> movement.shelf().equals(change.shelf()))
					.forEach((movement) -> record(movement, sequence - change.after().sequence()));
			}
		}

		private void record(Movement movement, long late) {
			this.jdbc.sql("""
					INSERT INTO movement (sku, location, sequence, type, quantity, on_hand_delta, reserved_delta,
						on_hand_after, reserved_after, actor, reference, cause, line, time, hash)
					VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, clock_timestamp(), ?::bytea)
					""")
				.params(movement.shelf().sku(), movement.shelf().location(), movement.after().sequence() + late,
						movement.type().name(), movement.quantity(), movement.type().onHandDelta(movement.quantity()),
						movement.type().reservedDelta(movement.quantity()), movement.after().onHand(),
						movement.after().reserved(), movement.voucher().actor(), movement.voucher().reference(),
						movement.voucher().cause(), movement.voucher().line(), Chain.literal(movement.after().head()))
				.update();
		}

	}

}
