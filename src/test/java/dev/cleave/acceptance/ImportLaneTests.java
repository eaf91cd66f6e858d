package dev.cleave.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static dev.cleave.acceptance.Eventually.eventually;
import static dev.cleave.acceptance.Json.map;
import static dev.cleave.acceptance.Json.money;
import static org.assertj.core.api.Assertions.assertThat;

/// Imports have a lane of their own, and come to no harm when they are broken off.
@AcceptanceTest
class ImportLaneTests {

	private static final int LINES = 1_200;

	private static final int FAR_TOO_MANY = 30;

	private final Shop shop;

	private final Clerk clerk;

	ImportLaneTests(Shop shop) {
		this.shop = shop;
		this.clerk = shop.clerk();
	}

	@Test
	void sendsAwayWhoComesTooManyBeforeAnythingIsRead() {
		var machine = MachineClient.create(this.shop, "catalogue:write", "orders:import");
		var running = new ArrayList<ImportByHand>();
		try {
			var next = ImportByHand.of(this.shop, machine, "/imports/products");
			while (next.status() == 100 && running.size() < FAR_TOO_MANY) {
				running.add(next);
				next = ImportByHand.of(this.shop, machine, "/imports/products");
			}
			running.add(next);

			assertThat(next.status()).isEqualTo(503);
			assertThat(next.head()).map((line) -> line.toLowerCase(Locale.ROOT))
				.contains("cleave-outcome: none")
				.anyMatch((line) -> line.startsWith("retry-after"));
			assertThat(running).hasSizeGreaterThan(2);
			assertThat(orders(machine)).as("another module has slots of its own").isEqualTo("HTTP/1.1 200 ");
			assertThat(running.getFirst().ends()).startsWith("HTTP/1.1 200 ");
		}
		finally {
			running.forEach(ImportByHand::close);
		}
		eventually(() -> this.clerk.importProducts("").expect(200));
	}

	@Test
	void takesAFileAgainThatWasBrokenOffInTheMiddle() {
		var machine = MachineClient.create(this.shop, "catalogue:write");
		var prefix = Shop.unique("broken");
		var lines = IntStream.range(0, LINES).mapToObj((number) -> product(prefix, number)).toList();
		var file = String.join("\n", lines);
		try (var import1 = ImportByHand.of(this.shop, machine, "/imports/products")) {
			import1.sends(file.substring(0, file.length() - 30));
			eventually(() -> this.clerk.product(prefix + "-0").expect(200));
		}

		var report = this.clerk.importProducts(file).expect(200);

		assertThat(report.number("/accepted") + report.number("/unchanged")).isEqualTo(LINES);
		assertThat(report.number("/unchanged")).as("what came before it broke off").isBetween(1L, LINES - 1L);
		assertThat(this.clerk.importProducts(file).expect(200).number("/unchanged")).isEqualTo(LINES);
		assertThat(stocks(prefix, 0, LINES / 2, LINES - 1)).containsOnly(5L);
	}

	private String orders(MachineClient machine) {
		try (var import1 = ImportByHand.of(this.shop, machine, "/imports/orders")) {
			return import1.ends().getFirst();
		}
	}

	private List<Long> stocks(String prefix, int... numbers) {
		return IntStream.of(numbers)
			.mapToObj((number) -> this.clerk.stock(prefix + "-" + number).onHand())
			.collect(Collectors.toList());
	}

	private static String product(String prefix, int number) {
		return Json.write(map("sku", prefix + "-" + number, "name", "One of many", "price", money(100), "quantity", 5));
	}

}
