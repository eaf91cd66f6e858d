package dev.cleave.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import dev.cleave.checker.Checker;
import dev.cleave.platform.web.GeneratedLines;

import static org.assertj.core.api.Assertions.assertThat;

/// Long imports and exports, on nodes that are killed.
final class BulkWork {

	private static final Duration LONG = Duration.ofMinutes(15);

	private final Map<String, String> databases = Topology.ONE_DATABASE.databases();

	private final Tables tables = new Tables(this.databases);

	private final SoldBefore sold = new SoldBefore(this.tables);

	Map<String, String> databases() {
		return this.databases;
	}

	Tables tables() {
		return this.tables;
	}

	SoldBefore sold() {
		return this.sold;
	}

	/// A node with so much memory.
	ShopProcess node(String name, String heap, String... more) {
		var settings = new ArrayList<>(StartedShop.settings(this.databases));
		settings.addAll(List.of(more));
		var node = new ShopProcess(name, settings, heap);
		try {
			ShopOfNodes.awaitReady(node);
			return node;
		}
		catch (RuntimeException | Error ex) {
			node.close();
			throw ex;
		}
	}

	/// A shop at the door of this node.
	Shop shop(ShopProcess node) {
		return new Shop(new SystemUnderTest() {

			@Override
			public List<URI> nodes() {
				return List.of(node.address());
			}

			@Override
			public URI management() {
				throw new UnsupportedOperationException();
			}

			@Override
			public Optional<Checker> checker() {
				return Optional.of(Checker.of(StartedShop.asAdministrator(BulkWork.this.databases)));
			}

			@Override
			public void close() {
				node.close();
			}
		});
	}

	Answer imports(Shop shop, String path, GeneratedLines file) throws IOException {
		var call = shop.clerk()
			.visitor()
			.post(path)
			.without("Idempotency-Key")
			.body("application/x-ndjson", BodyPublishers.ofInputStream(() -> file))
			.timeout(LONG);
		return call.once();
	}

	/// Begins an import of products and an export of what was sold before, and kills the
	/// node in the middle of both.
	void isKilledInTheMiddle(ShopProcess node, int products, int lines) {
		var shop = shop(node);
		shop.administrator();
		var importing = CompletableFuture.supplyAsync(() -> {
			try {
				return "finished: " + imports(shop, "/imports/products", BulkFiles.products(products));
			}
			catch (IOException ex) {
				return "broken off";
			}
		}, Thread::startVirtualThread);
		Eventually.within(LONG, () -> assertThat(productsThere()).isGreaterThan(products / 20));
		shop.clerk().visitor().post("/reports/exports").json(Json.map("report", "order-lines")).send().expect(202);
		Eventually.within(LONG, () -> assertThat(rowsWritten()).isGreaterThan(lines / 10));

		shop.close();

		assertThat(importing.join()).isEqualTo("broken off");
		assertThat(productsThere()).as("products when it was killed").isLessThan(products);
		assertThat(rowsWritten()).as("rows when it was killed").isLessThan(lines);
		assertThat(this.tables.text("reporting", "SELECT status FROM export")).isEqualTo("RUNNING");
	}

	/// Waits until somebody has finished the export, and compares it with the truth.
	void finishesTheExport(Shop shop, int lines) {
		var path = "/reports/exports/" + this.tables.text("reporting", "SELECT id FROM export");
		Eventually.within(LONG,
				() -> assertThat(shop.clerk().visitor().get(path).send().text("/status")).as("status of the export")
					.isEqualTo("DONE"));
		var file = shop.clerk().visitor().get(path + "/download").timeout(LONG).send().expect(200).body();

		assertThat(SoldBefore.toldBy(file)).isEqualTo(this.sold.truth()).startsWith(lines + " ");
	}

	/// Sends the whole file again: everything is there once.
	void takesTheFileAgain(Shop shop, int products) throws IOException {
		var before = productsThere();

		var report = imports(shop, "/imports/products", BulkFiles.products(products)).expect(200);

		assertThat(report.number("/unchanged")).isEqualTo(before);
		assertThat(report.number("/accepted")).isEqualTo(products - before);
		assertThat(
				this.tables.text("inventory", "SELECT count(*), sum(on_hand), min(sequence), max(sequence) FROM stock"))
			.isEqualTo(products + " " + products * 1_000L + " 1 1");
	}

	private long productsThere() {
		return this.tables.number("inventory", "SELECT count(*) FROM product");
	}

	private long rowsWritten() {
		return this.tables.number("reporting", "SELECT coalesce(sum(rows), 0) FROM export");
	}

}
