package dev.cleave.platform.messaging.delivery;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import dev.cleave.platform.modules.ActiveModule;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A planted bug: cursors move in a transaction of their own, after that of the effects is over. Whatever prevents the
/// former, the messages are handled again.
public class RepetitiveCursors {

	@Bean
	@Primary
	ModuleInboxes repetitiveInboxes(ObjectProvider<ActiveModule> modules, BeanFactory beans) {
		return new ModuleInboxes(modules, beans) {

			@Override
			ModuleInbox inbox(JdbcClient jdbc, TransactionTemplate transactions) {
				return new ModuleInbox(jdbc, new Repetitive(jdbc, transactions), new ParkedMessages(jdbc),
						transactions);
			}

		};
	}

	private static final class Repetitive extends Cursors {

		private final TransactionTemplate own;

		private final AtomicInteger moves = new AtomicInteger();

		Repetitive(JdbcClient jdbc, TransactionTemplate transactions) {
			super(jdbc);
			this.own = new TransactionTemplate(transactions.getTransactionManager());
			this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		}

		@Override
		void move(String subscription, Map<Cursor, Long> next) {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

				@Override
				public void afterCommit() {
					if (Repetitive.this.moves.incrementAndGet() % 5 != 0) {
						Repetitive.this.own.executeWithoutResult((_) -> Repetitive.super.move(subscription, next));
					}
				}

			});
		}

	}

}
