package dev.cleave.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.cleave.contracts.MessageSchemaCheck;
import org.junit.jupiter.api.Test;

import static dev.cleave.acceptance.Desk.line;
import static dev.cleave.acceptance.Desk.writtenOff;
import static dev.cleave.acceptance.Eventually.eventually;
import static dev.cleave.acceptance.Json.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/// What modules really say to each other has the form that is written down for it.
@AcceptanceTest
@InOneTopology
class MessageSchemaTests {

	/// It is said some hours after its key was replaced; retiring one at once would sign
	/// out the other tests.
	private static final Set<String> NOT_ON_THE_TOUR = Set.of("auth.SigningKeyRetired.v1");

	private final Shop shop;

	private final Clerk clerk;

	private final Buyer buyer;

	private final Desk desk;

	private final MessageSchemaCheck schemas = new MessageSchemaCheck();

	MessageSchemaTests(Shop shop) {
		this.shop = shop;
		this.clerk = shop.clerk();
		this.buyer = shop.buyer();
		this.desk = shop.desk();
	}

	@Test
	@InSplit
	void everyMessageInTheLogsFitsItsSchema() {
		assumeThat(this.shop.system().tables()).as("tables within reach").isPresent();
		sellAndTakeBack();
		callOff();
		runLow();
		changeAPerson();

		eventually(() -> assertThat(typesInTheLogs()).containsAll(
				MessageSchemaCheck.types().stream().filter((type) -> !NOT_ON_THE_TOUR.contains(type)).toList()));
		var faults = new ArrayList<String>();
		for (var module : Topology.MODULES) {
			tables().rows(module, "SELECT type, data FROM event_log ORDER BY type, partition, position",
					(row) -> faults.addAll(this.schemas.faults(row.getString(1), row.getString(2))));
		}

		assertThat(faults).isEmpty();
	}

	@Test
	void noticesAMessageThatDoesNot() {
		assertThat(this.schemas.faults("auth.AccountErased.v1", "{\"accountId\":\"1\"}")).isEmpty();
		for (var odd : List.of("{}", "{\"accountId\":1}", "{\"accountId\":null}",
				"{\"accountId\":\"1\",\"name\":\"Zoe\"}", "[]")) {
			assertThat(this.schemas.faults("auth.AccountErased.v1", odd)).as(odd).isNotEmpty();
		}
		assertThat(this.schemas.faults("orders.OrderPlaced.v1", """
				{"orderId": "1", "placedAt": "yesterday", "customer": null, "country": null, "currency": "GBP",
				"total": 1, "lines": [{"line": 1, "sku": "a", "name": "A", "quantity": 1, "price": 1}]}
				""")).hasSize(3);
	}

	private void sellAndTakeBack() {
		var order = this.buyer.buys(Basket.of(this.clerk.offers("Rose", 100, 9), 3));
		this.desk.pays(order);
		this.desk.ships(order, line(1, 1));
		this.desk.ships(order);
		this.desk.delivers(order);
		this.desk.takesBack(order, writtenOff(1, 1, "withered"));
		this.desk.takesBack(order, line(1, 2));
		this.desk.refunds(order);
	}

	private void callOff() {
		var sku = this.clerk.offers("Tulip", 100, 3);
		this.desk.cancel(this.buyer.buys(Basket.of(sku, 1)), "changed his mind").expect(200);
		eventually(() -> assertThat(this.clerk.stock(sku).available()).isEqualTo(3));
		this.buyer.buys(Basket.of(sku, 4));
		var forgotten = this.buyer.buys(Basket.of(sku, 1));
		tables().execute("orders",
				"UPDATE orders SET due_at = now() - interval '1 second' WHERE id = '%s'".formatted(forgotten.id()));
		eventually(() -> assertThat(this.buyer.looksAt(forgotten).status()).isEqualTo("EXPIRED"));
		var lost = this.clerk.offers("Lily", 100, 2);
		this.buyer.buys(Basket.of(lost, 2));
		this.clerk.adjust(lost, -2, true).expect(200, 201);
	}

	private void runLow() {
		var sku = this.clerk.offers("Iris", 100, 5);
		this.clerk.change(sku, "*", map("name", "Iris", "price", Json.money(100), "lowStockAt", 9)).expect(200);
		eventually(() -> assertThat(typesInTheLogs()).contains("inventory.StockRanLow.v1"));
		this.clerk.receive(sku, 9).expect(200, 201);
	}

	private void changeAPerson() {
		var email = Shop.unique("zoe") + "@example.org";
		this.shop.register(email);
		var zoe = this.shop.stranger().signIn(email, Shop.password());
		var account = "/auth/accounts/" + zoe.get("/auth/session").send().text("/account/id");
		var administrator = this.shop.administrator();
		administrator.put(account + "/role").ifMatch("*").json(map("role", "STAFF")).send().expect(200);
		administrator.delete(account).ifMatch("*").send().expect(204);
	}

	private Set<String> typesInTheLogs() {
		var types = new TreeSet<String>();
		for (var module : Topology.MODULES) {
			tables().rows(module, "SELECT DISTINCT type FROM event_log", (row) -> types.add(row.getString(1)));
		}
		return types;
	}

	private Tables tables() {
		return this.shop.system().tables().orElseThrow();
	}

}
