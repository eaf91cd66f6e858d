package dev.cleave.acceptance;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/// Takes minutes, so it runs only where it is asked for: `./mvnw verify -Pscale`.
@Tag("scale")
class ScaleTests {

	private static final Logger log = LoggerFactory.getLogger(ScaleTests.class);

	private final BulkWork work = new BulkWork();

	@Test
	void goesOnWithAMillionLinesWhereAKilledNodeLeftOff() {
		var lines = 1_000_000;
		var node = this.work.node("million", "256m");
		this.work.sold().add(lines);
		this.work.isKilledInTheMiddle(node, 500_000, lines);

		var another = this.work.node("million-2", "256m");
		try (var shop = this.work.shop(another)) {
			var start = System.nanoTime();
			this.work.finishesTheExport(shop, lines);
			log.info("A million lines: the rest in {} s; {}", seconds(start), another.memory());
		}
	}

	@Test
	void importsHalfAMillionProductsAndManyOrdersIn256Megabytes() throws IOException {
		var products = 500_000;
		var orders = 100_000;
		var node = this.work.node("imports", "256m");
		try (var shop = this.work.shop(node)) {
			var start = System.nanoTime();
			var report = this.work.imports(shop, "/imports/products", BulkFiles.products(products)).expect(200);
			log.info("{} products: {} s; {}", products, seconds(start), node.memory());
			assertThat(report.number("/accepted")).isEqualTo(products);

			start = System.nanoTime();
			this.work.takesTheFileAgain(shop, products);
			log.info("{} products again: {} s; {}", products, seconds(start), node.memory());

			Eventually.within(Duration.ofMinutes(5),
					() -> assertThat(this.work.tables().number("orders", "SELECT count(*) FROM product_copy"))
						.isEqualTo(products));
			start = System.nanoTime();
			report = this.work.imports(shop, "/imports/orders", BulkFiles.orders(orders, products)).expect(200);
			log.info("{} orders: {} s; {}", orders, seconds(start), node.memory());
			assertThat(report.number("/accepted")).isEqualTo(orders);
			Eventually
				.within(Duration.ofMinutes(5),
						() -> assertThat(this.work.tables()
							.number("orders", "SELECT count(*) FROM orders WHERE status = 'CONFIRMED'"))
							.isEqualTo(orders));
			log.info("{} orders settled: {} s; {}", orders, seconds(start), node.memory());
			assertThat(node.isAlive()).isTrue();
		}
	}

	private static long seconds(long start) {
		return (System.nanoTime() - start) / 1_000_000_000;
	}

}
