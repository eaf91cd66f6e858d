package dev.cleave.platform.messaging.log;

import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

import dev.cleave.platform.messaging.log.Outbox.Draft;
import jakarta.persistence.EntityManagerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The outbox and the log of one module that runs in this process.
final class ModuleLog {

	private final String module;

	private final EntityManagerFactory entities;

	private final Outbox outbox;

	private final EventLog events;

	private final Bell bell = new Bell();

	ModuleLog(String module, DataSource dataSource, JpaTransactionManager transactions, MessageJson json) {
		this.module = module;
		this.entities = Objects.requireNonNull(transactions.getEntityManagerFactory());
		this.outbox = new Outbox(JdbcClient.create(dataSource), json);
		this.events = new EventLog(module, dataSource, transactions);
	}

	String module() {
		return this.module;
	}

	EventLog events() {
		return this.events;
	}

	Bell bell() {
		return this.bell;
	}

	/// Whether a transaction of this module is open. A connection alone tells nothing:
	/// whoever reads this log in another
	/// module's transaction has one too.
	boolean inTransaction() {
		return TransactionSynchronizationManager.getResource(this.entities) instanceof EntityManagerHolder holder
				&& holder.isSynchronizedWithTransaction();
	}

	/// Changed entities go first: an aggregate is locked before its subject's head,
	/// everywhere in the same order.
	void write(List<Draft> drafts) {
		if (TransactionSynchronizationManager.getResource(this.entities) instanceof EntityManagerHolder holder) {
			holder.getEntityManager().flush();
		}
		this.outbox.write(drafts);
	}

	void wakeSequencer() {
		this.bell.ring();
	}

}
