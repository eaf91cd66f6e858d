package dev.cleave.reporting.projections;

import dev.cleave.platform.messaging.Rebuild;
import dev.cleave.platform.messaging.Rebuilds;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes all reports anew from the history of events, while the old figures serve.
@Service
public class RebuildingReports {

	private static final String MODULE = "reporting";

	private final Rebuilds rebuilds;

	RebuildingReports(Rebuilds rebuilds) {
		this.rebuilds = rebuilds;
	}

	@Transactional("reporting")
	public RebuildOutcome begin() {
		var begun = this.rebuilds.begin(MODULE).isPresent();
		var latest = this.rebuilds.latest(MODULE);
		return begun ? new RebuildOutcome.Begun(latest) : new RebuildOutcome.Running(latest);
	}

	@Transactional(value = "reporting", readOnly = true)
	public Rebuild look() {
		return this.rebuilds.latest(MODULE);
	}

	/// Returns whether this generation was being built until now.
	@Transactional("reporting")
	public boolean abandon(int generation) {
		return this.rebuilds.abandon(MODULE, generation);
	}

}
