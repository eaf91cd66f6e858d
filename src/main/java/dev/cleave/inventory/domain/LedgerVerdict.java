package dev.cleave.inventory.domain;

import java.time.Instant;
import java.util.List;

/// What the last verification of the whole ledger found.
///
/// @param discrepancies how many there are in all
/// @param first of the discrepancies, as many as are kept
public record LedgerVerdict(Instant startedAt, Instant finishedAt, long shelves, long movements, long discrepancies,
		List<Discrepancy> first) {

	/// As many as anybody reads.
	static final int KEPT = 100;

	public boolean isClean() {
		return this.discrepancies == 0;
	}

}
