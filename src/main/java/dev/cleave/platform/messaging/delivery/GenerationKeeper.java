package dev.cleave.platform.messaging.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.cleave.platform.messaging.Remains;
import dev.cleave.platform.messaging.delivery.Generations.Living;
import dev.cleave.platform.persistence.Lane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread of this process that looks after one module's generations: it lets workers run for those that live, lets
/// a new one take over, and removes what is left of those that are over. Which there are stands in the database alone; every
/// node looks, and what only one may do is done under a lock.
class GenerationKeeper implements Runnable {

	private static final Logger log = LoggerFactory.getLogger(GenerationKeeper.class);

	private static final Duration TROUBLE = Duration.ofSeconds(1);

	private static final int REMOVED_AT_ONCE = 10_000;

	private final List<Conversation> conversations;

	private final ModuleInbox inbox;

	private final Workers workers;

	private final Remains remains;

	private final Handover handover;

	private final Duration pause;

	private final CountDownLatch stopped = new CountDownLatch(1);

	GenerationKeeper(List<Conversation> conversations, ModuleInbox inbox, Workers workers, Remains remains,
			Duration pause) {
		this.conversations = conversations;
		this.inbox = inbox;
		this.workers = workers;
		this.remains = remains;
		this.handover = new Handover(conversations, inbox);
		this.pause = pause;
	}

	@Override
	public void run() {
		Lane.WORKERS.run(() -> {
			var next = Duration.ZERO;
			while (!isStopped(next)) {
				try {
					next = turn() ? Duration.ZERO : this.pause;
				}
				catch (RuntimeException ex) {
					next = TROUBLE;
					log.warn("The generations of {} are in trouble that should pass: {}", this.remains.module(),
							ex.toString());
				}
			}
		});
	}

	void stop() {
		this.stopped.countDown();
	}

	/// Returns whether there is more to do at once.
	private boolean turn() {
		var living = this.inbox.generations().living();
		this.workers.keep(this.conversations, living.stream().map(Living::number).toList());
		if (living.size() == 2 && this.handover.attempt(living.getFirst(), living.getLast())) {
			log.info("Generation {} of {} serves now", living.getLast().number(), this.remains.module());
			return true;
		}
		return removeSome();
	}

	private boolean removeSome() {
		return Boolean.TRUE.equals(this.inbox.transactions().execute(tx -> {
			var generations = this.inbox.generations();
			var over = generations.lockOver();
			over.filter(number -> this.remains.remove(number, REMOVED_AT_ONCE) == 0).ifPresent(generations::removed);
			return over.isPresent();
		}));
	}

	private boolean isStopped(Duration patience) {
		try {
			return this.stopped.await(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

}
