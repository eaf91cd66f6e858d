package dev.cleave.reporting.projections;

import dev.cleave.platform.audit.AuditTrail;
import dev.cleave.platform.audit.Deed;
import dev.cleave.platform.messaging.Rebuild;
import dev.cleave.platform.messaging.Rebuilds;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes all reports anew from the history of events, while the old figures serve.
@Service
public class RebuildingReports {

	private static final String MODULE = "reporting";

	private final Rebuilds rebuilds;

	private final AuditTrail audit;

	RebuildingReports(Rebuilds rebuilds, AuditTrail audit) {
		this.rebuilds = rebuilds;
		this.audit = audit;
	}

	@Transactional("reporting")
	public RebuildOutcome begin() {
		var begun = this.rebuilds.begin(MODULE);
		var latest = this.rebuilds.latest(MODULE);
		begun.ifPresent(number -> this.audit.record(Deed.done("rebuild.begun", "generation:" + number)));
		return begun.isPresent() ? new RebuildOutcome.Begun(latest) : new RebuildOutcome.Running(latest);
	}

	@Transactional(value = "reporting", readOnly = true)
	public Rebuild look() {
		return this.rebuilds.latest(MODULE);
	}

	/// Returns whether this generation was being built until now.
	@Transactional("reporting")
	public boolean abandon(int generation) {
		var abandoned = this.rebuilds.abandon(MODULE, generation);
		if (abandoned) {
			this.audit.record(Deed.done("rebuild.abandoned", "generation:" + generation));
		}
		return abandoned;
	}

}
