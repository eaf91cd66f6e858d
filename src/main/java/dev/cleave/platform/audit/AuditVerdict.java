package dev.cleave.platform.audit;

import java.time.Instant;
import java.util.List;

/// What a verification of one module's audit trail found.
///
/// @param entries that have a link
/// @param head the last link's hash in hexadecimal digits. Kept elsewhere, it proves later that nothing before it was
/// changed
/// @param discrepancies how many there are in all
/// @param first of the discrepancies, as many as anybody reads
record AuditVerdict(Instant finishedAt, long entries, String head, long discrepancies, List<AuditDiscrepancy> first) {

	static final int KEPT = 100;

	boolean isClean() {
		return this.discrepancies == 0;
	}

}
