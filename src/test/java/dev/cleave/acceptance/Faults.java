package dev.cleave.acceptance;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

import dev.cleave.checker.Checker;

/// What befalls the nodes of a shop while orders come in: kills, spread evenly over the orders, and a node that is frozen
/// for a minute while the others must do its work.
final class Faults {

	private static final Duration FREEZE = Duration.ofSeconds(60);

	private static final Duration TAKEOVER = Duration.ofSeconds(20);

	private static final int FROZEN = 2;

	private static final int MOST_PATIENCE = 1_000;

	private final ShopOfNodes system;

	private final RandomGenerator random;

	private final AtomicInteger placed;

	private final int orders;

	Faults(ShopOfNodes system, Dice dice, AtomicInteger placed, int orders) {
		this.system = system;
		this.random = dice.of(-1);
		this.placed = placed;
		this.orders = orders;
	}

	/// Freezes one node after a tenth of the orders, for a minute, and kills the others
	/// now and then.
	void happen(int kills) {
		awaitPlaced(this.orders / 10);
		var frozen = this.system.process(FROZEN);
		frozen.freeze();
		var thawed = CompletableFuture.runAsync(frozen::thaw,
				CompletableFuture.delayedExecutor(FREEZE.toSeconds(), TimeUnit.SECONDS));
		checker().awaitProgress(TAKEOVER);
		for (var kill = 1; kill <= kills; kill++) {
			awaitPlaced((int) (this.orders * (0.15 + 0.75 * kill / kills)));
			sleep(this.random.nextInt(500));
			crash(this.random.nextInt(thawed.isDone() ? 3 : 2));
		}
		thawed.join();
	}

	private Checker checker() {
		return this.system.checker().orElseThrow();
	}

	// Its predecessor must be back, or in the end nobody is left to be asked.
	private void crash(int node) {
		ShopOfNodes.awaitReady(this.system.process(node));
		this.system.process(node).crash();
	}

	private void awaitPlaced(int number) {
		var before = -1;
		for (var patience = 0; this.placed.get() < number; patience = (before == this.placed.get()) ? patience + 1
				: 0) {
			if (patience > MOST_PATIENCE) {
				throw new AssertionError("No order was placed for a long time, " + before + " in all");
			}
			before = this.placed.get();
			sleep(50);
		}
	}

	private static void sleep(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
