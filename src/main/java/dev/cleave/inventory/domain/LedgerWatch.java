package dev.cleave.inventory.domain;

import java.time.Duration;
import java.util.function.ToDoubleFunction;

import dev.cleave.platform.persistence.Lane;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Has the ledger verified as often as the settings say, by one node for all, and shows every node's metrics what came of
/// it.
@Component
class LedgerWatch implements SmartLifecycle {

	private static final Duration LOOK = Duration.ofMinutes(1);

	private final VerifyingLedger verifying;

	private final LedgerVerdicts verdicts;

	private final InventorySettings settings;

	private final Rounds rounds;

	private volatile @Nullable LedgerVerdict last;

	LedgerWatch(VerifyingLedger verifying, LedgerVerdicts verdicts, InventorySettings settings, MeterRegistry meters) {
		this.verifying = verifying;
		this.verdicts = verdicts;
		this.settings = settings;
		var interval = settings.verifyEvery();
		this.rounds = new Rounds("inventory-ledger-watch", (interval.compareTo(LOOK) < 0) ? interval : LOOK,
				this::look);
		gauge(meters, "cleave.ledger.discrepancies",
				"What the last verification of the ledger found wrong; anything but 0 is an alarm",
				LedgerVerdict::discrepancies);
		gauge(meters, "cleave.ledger.verified.movements",
				"Movements that the last verification of the ledger went through", LedgerVerdict::movements);
		gauge(meters, "cleave.ledger.verified.seconds",
				"Time at which the last verification of the ledger ended; 0 before the first",
				verdict -> verdict.finishedAt().getEpochSecond());
	}

	void look() {
		Lane.BULK.run(() -> {
			if (this.verdicts.isDue(this.settings.verifyEvery())) {
				this.verifying.verify(this.rounds::areGoingOn);
			}
			this.last = this.verdicts.last().orElse(null);
		});
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

	private void gauge(MeterRegistry meters, String name, String description, ToDoubleFunction<LedgerVerdict> figure) {
		Gauge.builder(name, this, watch -> (watch.last != null) ? figure.applyAsDouble(watch.last) : 0)
			.description(description)
			.register(meters);
	}

}
