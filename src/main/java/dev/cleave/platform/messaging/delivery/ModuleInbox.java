package dev.cleave.platform.messaging.delivery;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// What the subscriptions of one module share: its cursors, its parked messages and its transactions.
record ModuleInbox(JdbcClient jdbc, Cursors cursors, ParkedMessages parked, TransactionOperations transactions) {

	ModuleInbox(JdbcClient jdbc, TransactionOperations transactions) {
		this(jdbc, new Cursors(jdbc), new ParkedMessages(jdbc), transactions);
	}

	Generations generations() {
		return new Generations(this.jdbc);
	}

}
