package dev.cleave.platform.web;

import java.util.ArrayList;
import java.util.List;

import dev.cleave.platform.web.ImportReport.RefusedLine;

/// Counts what becomes of the lines of one import.
class ImportTally {

	private static final int REFUSALS_SHOWN = 1_000;

	private final List<RefusedLine> refused = new ArrayList<>();

	private long accepted;

	private long unchanged;

	private long refusedCount;

	void add(long line, ImportOutcome outcome) {
		switch (outcome) {
			case ImportOutcome.Accepted() -> this.accepted++;
			case ImportOutcome.Unchanged() -> this.unchanged++;
			case ImportOutcome.Refused(var code, var detail) -> refuse(new RefusedLine(line, code, detail));
		}
	}

	boolean isAnyAccepted() {
		return this.accepted > 0;
	}

	ImportReport report() {
		return new ImportReport(this.accepted, this.unchanged, List.copyOf(this.refused), this.refusedCount);
	}

	private void refuse(RefusedLine line) {
		this.refusedCount++;
		if (this.refused.size() < REFUSALS_SHOWN) {
			this.refused.add(line);
		}
	}

}
