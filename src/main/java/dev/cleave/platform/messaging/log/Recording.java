package dev.cleave.platform.messaging.log;

import java.util.ArrayList;
import java.util.List;

import dev.cleave.platform.messaging.log.Outbox.Draft;

import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;

/// The messages of one open transaction. They are written at the very end of it, after its other statements, so that
/// the locks of the subjects' heads are held as briefly as can be.
final class Recording implements TransactionSynchronization {

	private final ModuleLog log;

	private final List<Draft> drafts = new ArrayList<>();

	Recording(ModuleLog log) {
		this.log = log;
	}

	boolean belongsTo(ModuleLog other) {
		return this.log == other;
	}

	void add(Draft draft) {
		this.drafts.add(draft);
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void beforeCommit(boolean readOnly) {
		this.log.write(this.drafts);
	}

	@Override
	public void afterCommit() {
		this.log.wakeSequencer();
	}

}
