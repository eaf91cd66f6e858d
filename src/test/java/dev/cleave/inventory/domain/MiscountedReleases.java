package dev.cleave.inventory.domain;

import java.util.stream.Collectors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Planted bugs: whatever is given back is given back twice, or not at all.
public final class MiscountedReleases {

	private MiscountedReleases() {
	}

	/// Gives everything back twice.
	public static class Twice {

		@Bean
		@Primary
		Ledger generousLedger(JdbcClient jdbc, TouchedProducts touched) {
			return new Miscounting(jdbc, touched, 2);
		}

	}

	/// Gives nothing back.
	public static class Never {

		@Bean
		@Primary
		Ledger greedyLedger(JdbcClient jdbc, TouchedProducts touched) {
			return new Miscounting(jdbc, touched, 0);
		}

	}

	static class Miscounting extends Ledger {

		private final int times;

		Miscounting(JdbcClient jdbc, TouchedProducts touched, int times) {
			super(jdbc, touched);
			this.times = times;
		}

		@Override
		void write(StockBook book) {
			var changes = book.changes();
			if (changes.isEmpty()) {
				return;
			}
			var time = changes.getFirst().after().movedAt();
			var other = new StockBook(
					changes.stream().collect(Collectors.toMap(StockBook.Change::shelf, StockBook.Change::before)),
					time);
			for (var movement : book.movements()) {
				var count = (movement.type() == MovementType.RELEASED) ? this.times : 1;
				for (var copy = 0; copy < count; copy++) {
					other.move(movement.type(), movement.shelf(), movement.quantity(), movement.voucher().line(copy));
				}
			}
			super.write(other);
		}

	}

}
