package dev.cleave.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.cleave.orders.domain.OpenBooks;
import dev.cleave.orders.domain.OrdersPlacedAgain;
import dev.cleave.witness.Corruptions;
import dev.cleave.witness.Load;
import dev.cleave.witness.Verdict;
import dev.cleave.witness.Witness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Whether the witness can be believed: it has nothing to say against a shop that is all right, and names what is wrong
/// with one that is not.
class WitnessTests {

	/// Fewer would show nothing.
	private static final int ORDERS = 120;

	private static final int CORRUPTIONS = Integer.getInteger("faults.corruptions", 100);

	private final Map<String, String> databases = Topology.ONE_DATABASE.databases();

	@TempDir
	private Path folder;

	@Test
	void findsNothingInAShopThatIsAllRightAndWhateverRowIsMadeWrong() {
		try (var shop = StartedShop.start(this.databases)) {
			for (var seed = 1; seed <= 5; seed++) {
				assertThat(trade(shop, seed, false)).matches(Verdict::isValid, "valid");
			}
			assertThat(trade(shop, 6, true).weaknesses()).anyMatch((why) -> why.startsWith("nobody noticed"));
		}

		var found = Corruptions.of(new Witness(this.folder.resolve("5")), CORRUPTIONS, 7);

		assertThat(found.rate()).as("found of what was made wrong: %s", found).isGreaterThanOrEqualTo(0.99);
		assertThat(withALineTwice("orders.orders.csv").broken()).containsOnlyKeys("dump");
	}

	private Verdict withALineTwice(String file) {
		var witness = new Witness(this.folder.resolve("4"));
		var rows = witness.folder().resolve(file);
		try {
			var first = Files.readAllLines(rows).getFirst();
			Files.writeString(rows, first + "\n", StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return witness.verdict();
	}

	@Test
	void catchesWhoeverIsShownWhatIsAnothers() {
		assertThat(brokenIn(OpenBooks.class)).containsKey("I14");
	}

	@Test
	void catchesARefusalThatIsNone() {
		assertThat(brokenIn(LyingRefusals.class)).containsKey("I5");
	}

	@Test
	void catchesAnOrderThatNobodyPlaced() {
		assertThat(brokenIn(OrdersPlacedAgain.class)).containsKey("I5");
	}

	private Map<String, String> brokenIn(Class<?> bug) {
		try (var shop = StartedShop.start(this.databases, bug)) {
			return trade(shop, 1, false).broken();
		}
	}

	private Verdict trade(StartedShop shop, long seed, boolean noticed) {
		var witness = new Witness(this.folder.resolve(Long.toString(seed)));
		witness.folder().toFile().mkdir();
		try (var load = Load.begin(shop.nodes().getFirst(), shop.nodes(), witness.diary(), seed, 8,
				Duration.ofMillis(30))) {
			await().atMost(Duration.ofMinutes(1)).until(() -> load.placed() >= ORDERS);
			load.end(true);
		}
		witness.see(StartedShop.asAdministrator(this.databases), Duration.ofSeconds(60), noticed, List.of());
		return witness.verdict();
	}

}
