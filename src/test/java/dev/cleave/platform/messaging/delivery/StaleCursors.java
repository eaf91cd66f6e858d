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

/// A planted bug: a cursor is not held while its messages are handled, and moves from wherever it stands by then. So a
/// worker who comes late handles once more what another has handled, and takes the cursor back.
public class StaleCursors {

	@Bean
	@Primary
	ModuleInboxes staleInboxes(ObjectProvider<ActiveModule> modules, BeanFactory beans) {
		return new ModuleInboxes(modules, beans) {

			@Override
			ModuleInbox inbox(JdbcClient jdbc, TransactionTemplate transactions) {
				return new ModuleInbox(jdbc, new Stale(jdbc, transactions), new ParkedMessages(jdbc), transactions);
			}

		};
	}

	private static final class Stale extends Cursors {

		private final JdbcClient jdbc;

		private final TransactionTemplate own;

		Stale(JdbcClient jdbc, TransactionTemplate transactions) {
			super(jdbc);
			this.jdbc = jdbc;
			this.own = new TransactionTemplate(transactions.getTransactionManager());
			this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		}

		@Override
		List<Cursor> claim(String subscription, Collection<Cursor.Key> wanted) {
			return this.own.execute((_) -> super.claim(subscription, wanted));
		}

		@Override
		void move(String subscription, Map<Cursor, Long> next) {
			next.forEach((cursor, position) -> this.jdbc.sql("""
					UPDATE subscription_cursor SET position = ?
					WHERE subscription = ? AND source = ? AND partition = ?
					""").params(position, subscription, cursor.key().source(), cursor.key().partition()).update());
		}

	}

}
