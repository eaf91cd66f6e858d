package dev.cleave.acceptance;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/// Three processes on one database, of which one after the other is killed, and one frozen, while orders come in.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs signals")
class CrashTests {

	private static final int ORDERS = 20_000;

	private static final int KILLS = 10;

	private final Dice dice = Dice.cast();

	private final AtomicInteger placed = new AtomicInteger();

	@Test
	void losesAndDoublesNothingWhenNodesAreKilledAndFrozen() throws Exception {
		try (var system = new ShopOfNodes(3, Topology.ONE_DATABASE.databases()); var shop = new Shop(system)) {
			var skus = shop.clerk().offersSeveral(40, 100, 2_000);
			var buyer = shop.machineBuyer().with(Patience.withFrailNodes());
			var faults = CompletableFuture.runAsync(
					() -> new Faults(system, this.dice, this.placed, ORDERS).happen(KILLS), Thread::startVirtualThread);

			new Crowd(ORDERS, 24).each((number) -> {
				var random = this.dice.of(number);
				var basket = Basket.of(skus.get(random.nextInt(40)), 1 + random.nextInt(3))
					.and(skus.get(random.nextInt(40)), 1 + random.nextInt(3));
				buyer.place(basket, 0).expect(200, 201);
				if (faults.isCompletedExceptionally()) {
					faults.join();
				}
				return this.placed.incrementAndGet();
			});
			faults.join();

			system.checker().orElseThrow().awaitRest(Duration.ofSeconds(60));
			shop.check();
			assertThat(shop.history().acknowledged()).isEqualTo(ORDERS);
		}
	}

}
