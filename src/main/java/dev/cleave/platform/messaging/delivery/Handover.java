package dev.cleave.platform.messaging.delivery;

import java.time.Duration;
import java.util.List;

import dev.cleave.platform.Fail;
import dev.cleave.platform.messaging.delivery.Generations.Living;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Lets the generation that is being built take over from the one that serves, as soon as it has come as far.
///
/// Two that run side by side are hardly ever found level, so when the new one is near, the old one is held where it stands
/// until the new one has passed it. Questions are answered meanwhile.
final class Handover {

	private static final int NEAR = 2_000;

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

	private static final String BEHIND = """
			SELECT coalesce(sum(CASE WHEN n.position IS NULL THEN o.position + 1
				ELSE greatest(0, o.position - n.position) END), 0)
			FROM unnest(?::text[], ?::text[]) AS s (old, new)
			JOIN subscription_cursor o ON o.subscription = s.old
			LEFT JOIN subscription_cursor n ON n.subscription = s.new AND n.source = o.source AND n.partition = o.partition
			""";

	private static final String LOCK = """
			SELECT position FROM subscription_cursor WHERE subscription = ANY (?)
			ORDER BY subscription, source, partition FOR UPDATE
			""";

	private final List<Conversation> conversations;

	private final ModuleInbox inbox;

	/// @param conversations all of the module that can be rebuilt
	Handover(List<Conversation> conversations, ModuleInbox inbox) {
		this.conversations = conversations;
		this.inbox = inbox;
	}

	/// Returns whether the new one serves now.
	boolean attempt(Living serving, Living building) {
		var pair = new Pair(serving.number(), building.number(), cursors(serving), cursors(building));
		return pair.behind() <= NEAR && !pair.isHeldUp()
				&& Boolean.TRUE.equals(this.inbox.transactions().execute(tx -> pair.switchOver()));
	}

	private String[] cursors(Living generation) {
		return this.conversations.stream()
			.map(conversation -> conversation.in(generation.number()).id())
			.toArray(String[]::new);
	}

	private final class Pair {

		private final int serving;

		private final int building;

		private final String[] old;

		private final String[] fresh;

		private Pair(int serving, int building, String[] old, String[] fresh) {
			this.serving = serving;
			this.building = building;
			this.old = old;
			this.fresh = fresh;
		}

		private long behind() {
			return jdbc(BEHIND).param(this.old).param(this.fresh).query(Long.class).single();
		}

		/// A generation that lacks something does not serve.
		private boolean isHeldUp() {
			return jdbc("SELECT EXISTS (SELECT FROM parked WHERE subscription = ANY (?))").param(this.fresh)
				.query(Boolean.class)
				.single();
		}

		private boolean switchOver() {
			if (!Handover.this.inbox.generations().lock(this.serving, this.building)) {
				return false;
			}
			jdbc("SET LOCAL lock_timeout = '2s'").update();
			lock(this.old);
			if (!awaitPassed()) {
				return false;
			}
			lock(this.fresh);
			if (isHeldUp()) {
				return false;
			}
			Handover.this.inbox.generations().switchOver(this.serving, this.building, List.of(this.old));
			Fail.point("generation.switched");
			return true;
		}

		private void lock(String[] cursors) {
			jdbc(LOCK).param(cursors).query(Long.class).list();
		}

		private boolean awaitPassed() {
			var deadline = System.nanoTime() + PATIENCE.toNanos();
			while (behind() > 0) {
				if (System.nanoTime() > deadline || !pause()) {
					return false;
				}
			}
			return true;
		}

		private static boolean pause() {
			try {
				Thread.sleep(LOOK_AGAIN);
				return true;
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
		}

		private JdbcClient.StatementSpec jdbc(String sql) {
			return Handover.this.inbox.jdbc().sql(sql);
		}

	}

}
