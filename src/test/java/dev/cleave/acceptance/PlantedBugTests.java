package dev.cleave.acceptance;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.cleave.inventory.domain.CarelessLedger;
import dev.cleave.inventory.domain.MiscountedReleases;
import dev.cleave.orders.domain.LastWriteWins;
import dev.cleave.platform.messaging.delivery.FailingCommits;
import dev.cleave.platform.messaging.delivery.ForgetfulCursors;
import dev.cleave.platform.messaging.delivery.RepetitiveCursors;
import dev.cleave.platform.messaging.delivery.StaleCursors;
import dev.cleave.platform.messaging.log.LateOutbox;
import dev.cleave.platform.web.HastyKeys;
import dev.cleave.reporting.projections.SumsWithoutMemory;
import dev.cleave.reporting.projections.SwallowedFailures;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Whether the judges would notice: shops with a bug in them must not pass, and the checker must say what is wrong.
class PlantedBugTests {

	@Test
	void catchesStockThatIsReadAndLaterOverwritten() {
		assertThat(brokenIn(CarelessLedger.class)).contains("I1");
	}

	@Test
	void catchesCursorsThatForgetMessages() {
		assertThat(brokenIn(ForgetfulCursors.class)).contains("I7");
	}

	@Test
	void catchesCursorsThatRepeatMessages() {
		assertThat(brokenIn(RepetitiveCursors.class)).containsAnyOf("I8", "I10");
	}

	@Test
	void catchesWorkersThatActOnWhatTheyKnewBefore() {
		assertThat(brokenIn(StaleCursors.class)).containsAnyOf("I8", "I9", "I10");
	}

	@Test
	void catchesStockThatIsGivenBackTwice() {
		assertThat(brokenIn(MiscountedReleases.Twice.class)).contains("I3");
	}

	@Test
	void catchesStockThatIsNeverGivenBack() {
		assertThat(brokenIn(MiscountedReleases.Never.class)).contains("I3");
	}

	@Test
	void catchesMessagesThatAreWrittenTooLate() {
		assertThat(brokenIn(LateOutbox.class)).contains("I7");
	}

	/// Three bugs in one shop, each of which breaks an invariant that the others leave
	/// alone.
	@Test
	void catchesHastyKeysTheLastWordAndSwallowedFailures() {
		assertThat(brokenIn(HastyKeys.class, LastWriteWins.class, ReversedDeliveries.class, SwallowedFailures.class))
			.containsExactlyInAnyOrder("I6", "I9", "I10");
	}

	@Test
	void catchesSumsThatGrowTwice() {
		assertThat(brokenIn(SumsWithoutMemory.class)).containsExactly("I10");
	}

	@Test
	void findsNothingWrongWithTroubleThatPasses() {
		assertThat(brokenIn(FailingCommits.class)).isEmpty();
	}

	/// What is broken after some trade in a shop with these parts in it.
	private static Set<String> brokenIn(Class<?>... parts) {
		var databases = Topology.ONE_DATABASE.databases();
		try (var shop = new Shop(StartedShop.start(databases, parts))) {
			trade(shop);
			var checker = shop.system().checker().orElseThrow();
			checker.awaitRestOrStandstill();
			return checker.broken(shop.history()).keySet();
		}
	}

	private static void trade(Shop shop) {
		var buyer = shop.machineBuyer();
		var skus = offerUntilHeard(shop, buyer);
		// No more at once than the pool has connections: some bugs take two of them.
		new Crowd(300, 5).each((number) -> {
			var sku = skus.get(number % 3);
			if (number % 4 == 0) {
				return shop.clerk().receive(sku, 1).status();
			}
			if (number % 50 == 3) {
				return buyer.place(Basket.of("nobody knows it", 1), 0).expect(422).status();
			}
			if (number % 50 == 5) {
				return reprice(shop, sku).status();
			}
			var order = buyer.places(Basket.of(sku, 1 + number % 2));
			return (number % 4 == 1) ? buyer.cancel(order, "changed my mind").status() : 201;
		});
	}

	/// Some bugs forget also what is told of new products, and then nobody can order
	/// them.
	private static List<String> offerUntilHeard(Shop shop, Buyer buyer) {
		return Stream.generate(() -> shop.clerk().offersSeveral(3, 100, 1_000))
			.limit(10)
			.filter((skus) -> skus.stream().allMatch((sku) -> buyer.place(Basket.of(sku, 1), 0).status() == 201))
			.findFirst()
			.orElseThrow();
	}

	// In one transaction, so that all prices are heard in one batch.
	private static Answer reprice(Shop shop, String sku) {
		return shop.clerk()
			.importProducts(IntStream.rangeClosed(101, 105)
				.mapToObj((price) -> Json.write(Json.map("sku", sku, "name", "Repriced", "price", Json.money(price))))
				.collect(Collectors.joining("\n")))
			.expect(200);
	}

}
