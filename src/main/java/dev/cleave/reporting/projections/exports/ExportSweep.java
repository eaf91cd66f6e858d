package dev.cleave.reporting.projections.exports;

import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;

import dev.cleave.platform.persistence.Lane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Removes exports that nobody will fetch any more and the parts of those that are gone, some at a time.
@Component
class ExportSweep {

	private static final Logger log = LoggerFactory.getLogger(ExportSweep.class);

	private static final int BATCH = 50;

	private final Parts parts;

	private final ExportSettings settings;

	ExportSweep(Parts parts, ExportSettings settings) {
		this.parts = parts;
		this.settings = settings;
	}

	@Scheduled(initialDelay = 5, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
	void sweep() {
		try {
			Lane.BULK.run(() -> {
				untilDone(atMost -> this.parts.removeOld(this.settings.kept(), atMost));
				untilDone(this.parts::removeOrphans);
			});
		}
		catch (DataAccessException ex) {
			log.warn("Old exports stay for now: {}", ex.toString());
		}
	}

	private static void untilDone(IntUnaryOperator removal) {
		while (removal.applyAsInt(BATCH) == BATCH) {
			Thread.onSpinWait();
		}
	}

}
