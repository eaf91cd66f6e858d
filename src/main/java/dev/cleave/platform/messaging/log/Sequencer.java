package dev.cleave.platform.messaging.log;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.cleave.platform.Pace;
import dev.cleave.platform.messaging.MessagingSettings;
import dev.cleave.platform.persistence.Lane;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread of this process that sequences one module's outbox and tells its readers when the log has grown, by whose
/// hand ever.
final class Sequencer implements Runnable {

	private static final Logger logger = LoggerFactory.getLogger(Sequencer.class);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

	private final ModuleLog log;

	private final MessagingSettings settings;

	private final Pace pace;

	private final List<Bell> readers = new CopyOnWriteArrayList<>();

	private volatile long @Nullable [] heads;

	private int failures;

	Sequencer(ModuleLog log, MessagingSettings settings) {
		this.log = log;
		this.settings = settings;
		this.pace = new Pace(settings.pace());
	}

	/// Until this process has looked for itself the log is asked: who took it to be empty
	/// would believe to have read it all.
	long[] heads() {
		var seen = this.heads;
		return (seen != null) ? seen : this.log.events().heads();
	}

	void onGrowth(Bell reader) {
		this.readers.add(reader);
		reader.ring();
	}

	void forget(Bell reader) {
		this.readers.remove(reader);
	}

	@Override
	public void run() {
		Lane.WORKERS.run(() -> {
			while (!Thread.currentThread().isInterrupted()) {
				try {
					this.log.bell().await(pause());
					turn();
					this.failures = 0;
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
				catch (RuntimeException ex) {
					this.failures++;
					logger.warn("Sequencing {} failed and is tried again: {}", this.log.module(), ex.toString());
				}
			}
		});
	}

	/// Trouble may last, such as while the module is being moved. What is written rings
	/// the bell.
	private Duration pause() {
		var longest = Math.min(LONGEST_PAUSE.toMillis(),
				this.settings.poll().toMillis() << Math.min(this.failures, 10));
		return Duration.ofMillis(Math.max(this.settings.poll().toMillis(), longest));
	}

	private void turn() throws InterruptedException {
		boolean more;
		do {
			this.pace.await();
			more = this.log.events().sequence(this.settings.batch());
			announce(this.log.events().heads());
		}
		while (more);
	}

	private void announce(long[] seen) {
		if (!Arrays.equals(seen, this.heads)) {
			this.heads = seen;
			this.readers.forEach(Bell::ring);
		}
	}

}
