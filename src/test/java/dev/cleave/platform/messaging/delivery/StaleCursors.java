package dev.cleave.platform.messaging.delivery;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.cleave.platform.modules.ActiveModule;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A planted bug: a cursor moves from wherever it stands. Now and then a worker, as one that was frozen for a while, takes
/// it to stand where it stood before, handles once more what is done, and takes the cursor back.
public class StaleCursors {

	@Bean
	@Primary
	ModuleInboxes staleInboxes(ObjectProvider<ActiveModule> modules, BeanFactory beans) {
		return new ModuleInboxes(modules, beans) {

			@Override
			ModuleInbox inbox(JdbcClient jdbc, TransactionTemplate transactions) {
				return new ModuleInbox(jdbc, new Stale(jdbc), new ParkedMessages(jdbc), transactions);
			}

		};
	}

	private static final class Stale extends Cursors {

		private final JdbcClient jdbc;

		/// By subscription and partition.
		private final Map<String, Cursor> before = new HashMap<>();

		/// A batch that fails is claimed ten times before a part of it is set aside. A
		/// worker stays as it is for longer than that.
		private int claims;

		Stale(JdbcClient jdbc) {
			super(jdbc);
			this.jdbc = jdbc;
		}

		@Override
		synchronized List<Cursor> claim(String subscription, Collection<Cursor.Key> wanted) {
			var cursors = super.claim(subscription, wanted);
			var isStale = ++this.claims % 120 >= 30;
			return cursors.stream()
				.map((cursor) -> isStale ? this.before.getOrDefault(subscription + cursor.key(), cursor)
						: remember(subscription, cursor))
				.toList();
		}

		private Cursor remember(String subscription, Cursor cursor) {
			this.before.put(subscription + cursor.key(), cursor);
			return cursor;
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
