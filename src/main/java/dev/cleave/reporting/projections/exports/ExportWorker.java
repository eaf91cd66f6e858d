package dev.cleave.reporting.projections.exports;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.cleave.platform.persistence.Lane;
import dev.cleave.reporting.projections.exports.MakingExports.PartFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The one thread of a node that makes exports, in the lane of bulk work. After each part it rests for as long as that
/// took, so that files take half a processor at most from those who order. It stops after the part it is at.
@Component
class ExportWorker implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(ExportWorker.class);

	private static final Duration FAREWELL = Duration.ofSeconds(10);

	private final MakingExports making;

	private final ExportSettings settings;

	private volatile @Nullable Shift shift;

	ExportWorker(MakingExports making, ExportSettings settings) {
		this.making = making;
		this.settings = settings;
	}

	@Override
	public void start() {
		var end = new CountDownLatch(1);
		this.shift = new Shift(end,
				Thread.ofPlatform().daemon().name("exports").start(() -> Lane.BULK.run(() -> work(end))));
	}

	@Override
	public void stop() {
		var ending = this.shift;
		this.shift = null;
		try {
			if (ending != null && !ending.isOver(FAREWELL)) {
				log.info("An export is still at a part, which will be made again");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.shift != null;
	}

	private void work(CountDownLatch end) {
		try {
			while (end.getCount() > 0) {
				var begin = System.nanoTime();
				var more = turn();
				end.await(more ? System.nanoTime() - begin : this.settings.poll().toNanos(), TimeUnit.NANOSECONDS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/// Returns whether there may be more to do at once.
	private boolean turn() {
		try {
			return this.making.makePart();
		}
		catch (PartFailedException ex) {
			log.warn("{} and is tried again", ex.getMessage(), ex.reason());
			return recordFailure(ex);
		}
		catch (RuntimeException ex) {
			log.warn("Exports have to wait: {}", ex.toString());
			return false;
		}
	}

	private boolean recordFailure(PartFailedException failure) {
		try {
			this.making.recordFailure(failure.export(), failure.reason());
			return true;
		}
		catch (RuntimeException ex) {
			log.warn("The failure of export {} could not be recorded: {}", failure.export(), ex.toString());
			return false;
		}
	}

	private record Shift(CountDownLatch end, Thread thread) {

		boolean isOver(Duration patience) throws InterruptedException {
			this.end.countDown();
			return this.thread.join(patience);
		}

	}

}
