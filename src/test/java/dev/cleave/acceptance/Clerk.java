package dev.cleave.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Somebody who runs the shop: keeps the catalogue, books stock and reads reports.
record Clerk(Shop shop, Visitor visitor) {

	/// Puts a new product into the catalogue, with so many pieces in stock; returns its
	/// SKU.
	String offers(String name, long price, long quantity) {
		var sku = Shop.unique("sku");
		putProduct(sku, name, price).expect(201);
		if (quantity > 0) {
			receive(sku, quantity).expect(200, 201);
		}
		return sku;
	}

	/// Offers several products of which an order can take any, right away.
	List<String> offersSeveral(int products, long price, long quantity) {
		var skus = IntStream.range(0, products).mapToObj((_) -> Shop.unique("sku")).sorted().toList();
		var lines = skus.stream()
			.map((sku) -> Json.write(
					Json.map("sku", sku, "name", "One of several", "price", Json.money(price), "quantity", quantity)))
			.collect(Collectors.joining("\n"));
		var imported = importProducts(lines).expect(200);
		this.shop.remember(imported);
		skus.forEach((sku) -> this.shop.history().received(sku, quantity));
		return skus;
	}

	Answer putProduct(String sku, String name, long price) {
		return put(sku, Json.map("name", name, "price", Json.money(price)));
	}

	Answer put(String sku, Map<String, Object> product) {
		return this.shop.remember(this.visitor.put(path("/products/", sku)).json(product).send());
	}

	Answer change(String sku, String etag, Map<String, Object> product) {
		return this.shop.remember(this.visitor.put(path("/products/", sku)).ifMatch(etag).json(product).send());
	}

	Answer product(String sku) {
		return this.visitor.get(path("/products/", sku)).send();
	}

	Answer receive(String sku, long quantity) {
		return receive(sku, quantity, "main");
	}

	/// The same, and takes whatever the answer is.
	Answer receiveOnce(String sku, long quantity) {
		this.shop.history().received(sku, quantity);
		return this.visitor.post(path("/stock/", sku) + "/receipts")
			.json(Json.map("quantity", quantity, "reason", "delivery"))
			.onceAtAll();
	}

	Answer receive(String sku, long quantity, String location) {
		this.shop.history().received(sku, quantity);
		return this.visitor.post(path("/stock/", sku) + "/receipts")
			.json(Json.map("quantity", quantity, "reason", "delivery", "location", location))
			.send();
	}

	/// Sends units to another location; returns the path of the transfer.
	String sends(String sku, String from, String to, long quantity) {
		var sent = this.visitor.post(path("/stock/", sku) + "/transfers")
			.json(Json.map("from", from, "to", to, "quantity", quantity))
			.send()
			.expect(201);
		return "/stock/transfers/" + sent.text("/id");
	}

	/// What is more than was sent counts as received.
	Answer arrives(String transfer, long quantity) {
		var sent = this.visitor.get(transfer).send().expect(200);
		this.shop.history().received(sent.text("/sku"), Math.max(0, quantity - sent.number("/quantity")));
		return this.visitor.post(transfer + "/receipt")
			.json(Json.map("quantity", quantity, "reason", "counted"))
			.send();
	}

	Answer adjust(String sku, long quantity, boolean force) {
		this.shop.history().received(sku, Math.max(0, quantity));
		var body = Json.map("quantity", quantity, "reason", "counted");
		if (force) {
			body.put("force", true);
		}
		return this.visitor.post(path("/stock/", sku) + "/adjustments").json(body).send();
	}

	Stock stock(String sku) {
		return Stock.of(this.visitor.get(path("/stock/", sku)).send().expect(200).json());
	}

	List<JsonNode> movements(String sku) {
		return Pages.all(this.visitor, path("/stock/", sku) + "/movements");
	}

	/// Has a file made of all lines of all orders; returns it as it is shown when it is
	/// done.
	Answer exportsOrderLines() {
		var asked = this.visitor.post("/reports/exports").json(Json.map("report", "order-lines")).send().expect(202);
		var path = "/reports/exports/" + asked.text("/id");
		Eventually.within(Duration.ofMinutes(2),
				() -> assertThat(this.visitor.get(path).send().text("/status")).isEqualTo("DONE"));
		return this.visitor.get(path).send();
	}

	Answer importProducts(String ndjson) {
		return imports("/imports/products", ndjson);
	}

	Answer importOrders(String ndjson) {
		return imports("/imports/orders", ndjson);
	}

	private Answer imports(String path, String ndjson) {
		var call = this.visitor.post(path)
			.without("Idempotency-Key")
			.body("application/x-ndjson", ndjson)
			.timeout(Duration.ofMinutes(10));
		return (this.shop.position().isEmpty() ? call : call.header("Cleave-Position", this.shop.position())).send();
	}

	private static String path(String prefix, String sku) {
		return prefix + Visitor.encoded(sku);
	}

	/// How many there are of a product.
	record Stock(long onHand, long reserved, long available) {

		static Stock of(JsonNode json) {
			return new Stock(json.path("onHand").asLong(), json.path("reserved").asLong(),
					json.path("available").asLong());
		}

	}

}
