package dev.cleave.acceptance;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.cleave.acceptance.Reader.Growing;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Reports are made anew three times while orders come in, are paid and called off. One node answers; the other does all the work of the event engine, in small batches, and is killed in the middle.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs signals")
class RebuildCrashTests {

	private static final int PAST = 1_000;

	private static final int BUYERS = 12;

	private static final Duration LIMIT = Duration.ofSeconds(90);

	private final AtomicBoolean over = new AtomicBoolean();

	@Test
	void servesWholeFiguresWhateverDies() {
		rebuildWhileTheWorkerDies(Topology.ONE_DATABASE);
	}

	@Test
	@Tag("scale")
	void servesWholeFiguresFromADatabaseOfItsOwnWhateverDies() {
		rebuildWhileTheWorkerDies(Topology.FOUR_DATABASES);
	}

	private void rebuildWhileTheWorkerDies(Topology topology) {
		var databases = topology.databases();
		var settings = StartedShop.settings(databases);
		settings.add("--cleave.messaging.batch=5");
		try (var worker = new ShopProcess("rebuilding", settings);
				var shop = new Shop(StartedShop.startIdle(databases))) {
			ShopOfNodes.awaitReady(worker);
			var skus = shop.clerk().offersSeveral(2, 100, 1_000_000);
			sellInThePast(shop, skus.getFirst());
			var rebuilder = new Rebuilder(shop.administrator(), Patience.DEFAULT);
			var load = CompletableFuture.runAsync(() -> trade(shop, skus.getFirst(), skus.getLast()),
					Thread::startVirtualThread);
			try (var reader = new Reader(shop.administrator(), Patience.DEFAULT,
					Growing.of("/reports/top-products?by=units&limit=1&from=2000-01-01&to=2100-01-01", "/rows/0/units"),
					Growing.of("/reports/sales?by=month&from=1950-01-01&to=1951-01-01", "/total/revenue/amount"),
					Growing.of("/reports/customers?from=1950-01-01&to=1951-01-01", "/rows/0/orders"))) {
				rebuilder.awaitServing(rebuilder.begins(), LIMIT);
				killInTheMiddle(worker, rebuilder);
				rebuilder.awaitServing(rebuilder.begins(), LIMIT);
				reader.check();
				assertThat(reader.times()).isGreaterThan(20);
			}
			finally {
				this.over.set(true);
			}
			load.join();

			shop.system().checker().orElseThrow().awaitRest(LIMIT);
			shop.check();
			assertThat(unitsInThePast(shop)).isEqualTo(PAST);
			assertThat(rebuilder.look().number("/generation")).isEqualTo(4);
		}
	}

	/// What was taken before is not taken again.
	private static void killInTheMiddle(ShopProcess worker, Rebuilder rebuilder) {
		var generation = rebuilder.begins();
		Eventually.within(LIMIT, () -> assertThat(rebuilder.position()).isGreaterThan(PAST / 2));
		worker.crash();
		var reached = rebuilder.position();
		assertThat(rebuilder.isServing(generation)).as("killed in the middle").isFalse();
		rebuilder.awaitServing(generation, LIMIT);
		assertThat(rebuilder.position()).isGreaterThan(reached);
	}

	private static void sellInThePast(Shop shop, String sku) {
		var lines = IntStream.range(0, PAST)
			.mapToObj((number) -> ImportedOrder
				.of("1950-%02d-01T12:00:00Z".formatted(1 + number % 12), "Ada", "EIRE", sku, 1, 100)
				.line())
			.collect(Collectors.joining("\n"));
		Eventually.within(LIMIT, () -> {
			var imported = shop.clerk().importOrders(lines).expect(200);
			assertThat(imported.number("/accepted") + imported.number("/unchanged")).as("%s", imported).isEqualTo(PAST);
		});
		Eventually.within(LIMIT, () -> assertThat(unitsInThePast(shop)).isEqualTo(PAST));
	}

	private static long unitsInThePast(Shop shop) {
		return shop.administrator()
			.get("/reports/sales?by=country&from=1950-01-01&to=1951-01-01")
			.send()
			.expect(200)
			.number("/total/units");
	}

	/// Each waits a moment for his order and has it paid; every fifth takes another
	/// product and
	/// calls it off.
	private void trade(Shop shop, String kept, String calledOff) {
		var buyer = shop.machineBuyer();
		Crowd.of(BUYERS).each((person) -> {
			for (var number = person; !this.over.get(); number++) {
				var unwanted = number % 5 == 0;
				var order = Order.in(buyer.place(Basket.of(unwanted ? calledOff : kept, 1), 1).expect(201));
				if (unwanted) {
					buyer.cancel(order, "never mind").expect(200);
				}
				else {
					shop.desk().pay(order, Shop.unique("payment"), order.total()).expect(200, 409);
				}
			}
			return person;
		});
	}

}
