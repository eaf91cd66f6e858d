package dev.cleave.platform.messaging.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.cleave.platform.modules.ActiveModule;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// A planted bug: cursors move in a transaction of their own, before that of the effects is over. Whatever ends the
/// latter, the messages are forgotten.
public class ForgetfulCursors {

	@Bean
	@Primary
	ModuleInboxes forgetfulInboxes(ObjectProvider<ActiveModule> modules, BeanFactory beans) {
		return new ModuleInboxes(modules, beans) {

			@Override
			ModuleInbox inbox(JdbcClient jdbc, TransactionTemplate transactions) {
				return new ModuleInbox(jdbc, new Forgetful(jdbc, transactions), new ParkedMessages(jdbc),
						new FailingCommits.Failing(transactions));
			}

		};
	}

	private static final class Forgetful extends Cursors {

		private final TransactionTemplate own;

		Forgetful(JdbcClient jdbc, TransactionTemplate transactions) {
			super(jdbc);
			this.own = new TransactionTemplate(transactions.getTransactionManager());
			this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		}

		@Override
		List<Cursor> claim(String subscription, Collection<Cursor.Key> wanted) {
			return this.own.execute((_) -> super.claim(subscription, wanted));
		}

		@Override
		void move(String subscription, Map<Cursor, Long> next) {
			this.own.executeWithoutResult((_) -> super.move(subscription, next));
		}

	}

}
