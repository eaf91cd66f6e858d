package dev.cleave.platform.messaging.delivery;

import java.util.concurrent.atomic.AtomicInteger;

import dev.cleave.platform.modules.ActiveModule;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// Trouble that passes, no bug: every fifth transaction of the workers comes to nothing at the very end.
public class FailingCommits {

	@Bean
	@Primary
	ModuleInboxes troubledInboxes(ObjectProvider<ActiveModule> modules, BeanFactory beans) {
		return new ModuleInboxes(modules, beans) {

			@Override
			ModuleInbox inbox(JdbcClient jdbc, TransactionTemplate transactions) {
				return new ModuleInbox(jdbc, new Cursors(jdbc), new ParkedMessages(jdbc), new Failing(transactions));
			}

		};
	}

	/// Transactions of which every fifth fails before it commits.
	record Failing(TransactionOperations transactions, AtomicInteger number) implements TransactionOperations {

		Failing(TransactionOperations transactions) {
			this(transactions, new AtomicInteger());
		}

		@Override
		public <T extends @Nullable Object> T execute(TransactionCallback<T> action) throws TransactionException {
			return this.transactions.execute((status) -> {
				var result = action.doInTransaction(status);
				if (this.number.incrementAndGet() % 5 == 0) {
					throw new CannotAcquireLockException("A planted failure");
				}
				return result;
			});
		}

	}

}
