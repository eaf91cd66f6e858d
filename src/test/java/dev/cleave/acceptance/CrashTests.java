package dev.cleave.acceptance;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import dev.cleave.acceptance.Reader.Growing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/// Three processes on one database, of which one after the other is killed, and one frozen, while orders come in, reports
/// are read and made anew.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs signals")
class CrashTests {

	private static final int ORDERS = 20_000;

	private static final int KILLS = 10;

	private static final Duration LONG = Duration.ofMinutes(5);

	private final Dice dice = Dice.cast();

	private final AtomicInteger placed = new AtomicInteger();

	@Test
	void losesAndDoublesNothingWhenNodesAreKilledAndFrozen() throws Exception {
		try (var system = new ShopOfNodes(3, Topology.ONE_DATABASE.databases()); var shop = new Shop(system)) {
			var skus = shop.clerk().offersSeveral(40, 100, 2_000);
			var buyer = shop.machineBuyer().with(Patience.withFrailNodes());
			var reader = new Reader(shop.administrator(), Patience.withFrailNodes(),
					Growing.of("/reports/sales?by=country&from=2000-01-01&to=2100-01-01", "/total/orders"));
			var rebuilds = CompletableFuture.runAsync(() -> rebuild(shop), Thread::startVirtualThread);
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
			rebuilds.join();
			reader.close();

			system.checker().orElseThrow().awaitRest(Duration.ofSeconds(60));
			shop.check();
			assertThat(shop.history().acknowledged()).isEqualTo(ORDERS);
		}
	}

	/// Three times, whoever is killed meanwhile.
	private void rebuild(Shop shop) {
		var rebuilder = new Rebuilder(shop.administrator(), Patience.withFrailNodes());
		for (var quarter = 1; quarter <= 3; quarter++) {
			var due = quarter * ORDERS / 4;
			Eventually.within(LONG, () -> assertThat(this.placed.get()).isGreaterThan(due));
			rebuilder.awaitServing(rebuilder.begins(), LONG);
		}
	}

}
