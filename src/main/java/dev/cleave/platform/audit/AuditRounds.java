package dev.cleave.platform.audit;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import dev.cleave.platform.persistence.Lane;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Seals and verifies the audit trails of the modules of this process, on threads of its own: a module whose database is
/// away holds up no other.
@Component
class AuditRounds implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(AuditRounds.class);

	/// Until the first verification, so that a start is not slower for it.
	private static final Duration CALM = Duration.ofMinutes(1);

	private final AuditBooks books;

	private final AuditSettings settings;

	private @Nullable ScheduledExecutorService threads;

	AuditRounds(AuditBooks books, AuditSettings settings) {
		this.books = books;
		this.settings = settings;
	}

	@Override
	public void start() {
		var rounds = Executors.newScheduledThreadPool(2 * this.books.all().size(),
				Thread.ofPlatform().daemon().name("audit-", 0).factory());
		var verifyEvery = this.settings.verifyEvery();
		this.books.all().forEach(book -> {
			repeat(rounds, this.settings.sealEvery(), this.settings.sealEvery(),
					() -> Lane.WORKERS.run(book.sealer()::seal));
			repeat(rounds, (verifyEvery.compareTo(CALM) < 0) ? verifyEvery : CALM, verifyEvery, () -> verify(book));
		});
		this.threads = rounds;
	}

	@Override
	public void stop() {
		var rounds = this.threads;
		if (rounds != null) {
			rounds.shutdownNow();
			awaitEnd(rounds);
			this.threads = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.threads != null;
	}

	/// A verification may have long to go: it changes nothing and dies with its pool.
	private static void awaitEnd(ScheduledExecutorService rounds) {
		try {
			if (!rounds.awaitTermination(2, TimeUnit.SECONDS)) {
				log.info("An audit trail is not verified to its end, as the process stops");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void repeat(ScheduledExecutorService threads, Duration first, Duration pause, Runnable round) {
		threads.scheduleWithFixedDelay(() -> {
			try {
				round.run();
			}
			catch (RuntimeException ex) {
				if (threads.isShutdown()) {
					return;
				}
				log.warn("An audit trail can't be looked after now; it is tried again: {}", ex.toString());
			}
		}, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
	}

	/// The head in the log lets people prove later, from outside the database, that
	/// nothing
	/// before it was changed.
	private static void verify(AuditBook book) {
		var verdict = Lane.BULK.call(book.verification()::verify);
		if (verdict.isClean()) {
			log.info("The audit trail of {} adds up: {} entries, head {}", book.module(), verdict.entries(),
					verdict.head());
		}
		else {
			log.error("The audit trail of {} does not add up: {} discrepancies, the first: {}. See /actuator/audit",
					book.module(), verdict.discrepancies(), verdict.first().getFirst());
		}
	}

}
