package dev.cleave.inventory.domain;

import java.time.Duration;

import dev.cleave.platform.persistence.Lane;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Tells others of the products that have moved, soon after and some hundred at a time, apart from the transactions that
/// move them: a product that every order wants is told of twice a second, not with each order. From time to time it looks
/// for what a process that died has left untold.
@Component
class LevelTeller implements SmartLifecycle {

	private static final int AT_ONCE = 500;

	private static final Duration SWEEP = Duration.ofMinutes(1);

	private final TouchedProducts touched;

	private final TellingLevels telling;

	private final Rounds rounds;

	private final long roundsPerSweep;

	private long round;

	LevelTeller(TouchedProducts touched, TellingLevels telling, InventorySettings settings) {
		this.touched = touched;
		this.telling = telling;
		this.rounds = new Rounds("inventory-levels", settings.tellLevelsEvery(), () -> Lane.WORKERS.run(this::tell));
		this.roundsPerSweep = Math.max(1, SWEEP.dividedBy(settings.tellLevelsEvery()));
	}

	private void tell() {
		if (this.round++ % this.roundsPerSweep == 0) {
			this.touched.note(this.telling.forgotten(TouchedProducts.MOST));
		}
		var skus = this.touched.take(AT_ONCE);
		if (!skus.isEmpty()) {
			try {
				this.telling.tell(skus);
			}
			catch (RuntimeException ex) {
				this.touched.note(skus);
				throw ex;
			}
		}
	}

	@Override
	public void start() {
		this.rounds.start();
	}

	@Override
	public void stop() {
		this.rounds.stop();
	}

	@Override
	public boolean isRunning() {
		return this.rounds.areGoingOn();
	}

}
