package dev.cleave.platform.messaging.log;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/// Positions of whole logs, as text `<module>:<next position of partition 0>.<of partition 1>.…`.
@Component
public final class Heads {

	private static final Logger logger = LoggerFactory.getLogger(Heads.class);

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final ModuleLogs logs;

	Heads(ModuleLogs logs) {
		this.logs = logs;
	}

	/// The end of the module's log once all that is committed now has been sequenced.
	public Optional<String> afterCommitted(String module) {
		var log = this.logs.of(module);
		var youngest = log.events().youngestUnsequenced();
		var deadline = System.nanoTime() + PATIENCE.toNanos();
		while (youngest > 0 && log.events().hasUnsequencedUpTo(youngest)) {
			if (System.nanoTime() > deadline) {
				logger.warn("The log of {} does not grow; a caller gets no position of it", module);
				return Optional.empty();
			}
			log.wakeSequencer();
			pause();
		}
		return Optional.of(Arrays.stream(log.events().heads())
			.mapToObj(Long::toString)
			.collect(Collectors.joining(".", module + ":", "")));
	}

	private static void pause() {
		try {
			Thread.sleep(Duration.ofMillis(3));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the log", ex);
		}
	}

}
