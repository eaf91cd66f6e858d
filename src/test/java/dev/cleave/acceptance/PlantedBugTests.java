package dev.cleave.acceptance;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

import dev.cleave.inventory.domain.CarelessLedger;
import dev.cleave.inventory.domain.MiscountedReleases;
import dev.cleave.platform.messaging.delivery.FailingCommits;
import dev.cleave.platform.messaging.delivery.ForgetfulCursors;
import dev.cleave.platform.messaging.delivery.RepetitiveCursors;
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
	void catchesStockThatIsGivenBackTwice() {
		assertThat(brokenIn(MiscountedReleases.Twice.class)).contains("I3");
	}

	@Test
	void catchesStockThatIsNeverGivenBack() {
		assertThat(brokenIn(MiscountedReleases.Never.class)).contains("I3");
	}

	@Test
	void findsNothingWrongWithTroubleThatPasses() {
		assertThat(brokenIn(FailingCommits.class)).isEmpty();
	}

	/// What is broken after some trade in a shop with this part in it.
	private static Set<String> brokenIn(Class<?> part) {
		var databases = Topology.ONE_DATABASE.databases();
		try (var shop = new Shop(StartedShop.start(databases, part))) {
			var skus = shop.clerk().offersSeveral(3, 100, 1_000);
			var buyer = shop.machineBuyer();
			new Crowd(300, 16).each((number) -> {
				var sku = skus.get(number % 3);
				if (number % 4 == 0) {
					return shop.clerk().receive(sku, 1).status();
				}
				var order = buyer.places(Basket.of(sku, 1 + number % 2));
				return (number % 4 == 1) ? buyer.cancel(order, "changed my mind").status() : 201;
			});
			var checker = shop.system().checker().orElseThrow();
			awaitRestIfItEverComes(checker::awaitRest);
			return checker.broken(shop.history()).keySet();
		}
	}

	private static void awaitRestIfItEverComes(Consumer<Duration> rest) {
		try {
			rest.accept(Duration.ofSeconds(5));
		}
		catch (AssertionError ex) {
			// A shop with a bug in it may never come to rest.
		}
	}

}
