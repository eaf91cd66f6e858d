package dev.cleave.platform.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Where one module writes down deeds. A class that asks for it gets that of the module it lives in.
public final class AuditTrail {

	private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);

	private final AuditTable table;

	private final Witness witness;

	private final Rations rations;

	AuditTrail(AuditTable table, Witness witness, Rations rations) {
		this.table = table;
		this.witness = witness;
		this.rations = rations;
	}

	/// Writes down a deed in the module's transaction that is open, so that the entry
	/// stands
	/// if and only if the deed does; at once and by itself where none is.
	public void record(Deed deed) {
		this.table.add(deed, actorOf(deed), this.witness.address());
	}

	/// Writes down what was refused, outside any transaction. Whoever is refused again
	/// and
	/// again fills no table: of one actor twenty entries a minute are kept, of the
	/// strangers at one address sixty; of all who are known six hundred, and of all
	/// strangers
	/// as many, on each node. The refusal stands even if it can't be written down.
	public void refused(Deed deed) {
		var actor = actorOf(deed);
		if (!this.rations.grants(actor, this.witness.address())) {
			return;
		}
		try {
			this.table.add(deed, actor, this.witness.address());
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("A refusal could not be written down: {}", ex.getClass().getSimpleName());
		}
	}

	private Actor actorOf(Deed deed) {
		return (deed.actor() != null) ? deed.actor() : this.witness.actor();
	}

}
