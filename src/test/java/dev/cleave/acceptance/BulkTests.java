package dev.cleave.acceptance;

import java.io.IOException;

import org.junit.jupiter.api.Test;

/// A node with little memory is killed in the middle of an import and an export. `ScaleTests` does it at full length.
class BulkTests {

	private static final int PRODUCTS = 30_000;

	private static final int LINES = 100_000;

	private final BulkWork work = new BulkWork();

	@Test
	void goesOnWhereAKilledNodeLeftOff() throws IOException {
		var node = this.work.node("bulk", "160m", "--cleave.reporting.exports.part-rows=1000");
		this.work.sold().add(LINES);
		this.work.isKilledInTheMiddle(node, PRODUCTS, LINES);

		try (var shop = new Shop(StartedShop.start(this.work.databases()))) {
			this.work.finishesTheExport(shop, LINES);
			this.work.takesTheFileAgain(shop, PRODUCTS);
			this.work.sold().remove();
			shop.check();
		}
	}

}
