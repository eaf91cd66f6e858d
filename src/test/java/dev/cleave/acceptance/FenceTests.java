package dev.cleave.acceptance;

import org.junit.jupiter.api.Test;

import static dev.cleave.acceptance.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What goes on while a module may not write, as its database is being moved.
@AcceptanceTest
@InOneTopology
class FenceTests {

	private static final String RIGHTS = """
			SELECT string_agg(format('GRANT %s ON %s TO cleave_inventory', privilege_type, c.oid::regclass), '; ')
			FROM pg_class c, aclexplode(c.relacl) WHERE relnamespace = 'inventory'::regnamespace AND relkind = 'r'
				AND grantee = 'cleave_inventory'::regrole""";

	@Test
	void pausesOnlyWhatTheModuleWrites(Shop shop) {
		assumeTrue(shop.system().tables().isPresent(), "whose tables are within reach");
		var tables = shop.system().tables().orElseThrow();
		var rights = tables.text("inventory", RIGHTS);
		var clerk = shop.clerk();
		var sku = clerk.offers("Moved", 100, 10);
		var buyer = shop.buyer();
		shop.check();

		tables.execute("inventory",
				"REVOKE INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA inventory FROM cleave_inventory");
		try {
			var order = buyer.places(Basket.of(sku, 2));
			var refused = clerk.visitor()
				.post("/stock/" + sku + "/receipts")
				.json(Json.map("quantity", 1, "reason", "delivery"))
				.onceAtAll()
				.expect(503);

			assertThat(refused.header("Cleave-Outcome")).isEqualTo("none");
			assertThat(refused.header("Retry-After")).isIn("1", "2", "3");
			assertThat(refused.text("/code")).isEqualTo("changes-paused");
			assertThat(clerk.stock(sku).onHand()).isEqualTo(10);
			clerk.product(sku).expect(200);
			assertThat(buyer.looksAt(order).status()).isEqualTo("PENDING");

			tables.execute("inventory", rights);
			assertThat(buyer.awaitsSettlement(order).status()).isEqualTo("CONFIRMED");
			eventually(() -> assertThat(tables.number("inventory", "SELECT count(*) FROM parked")).isZero());
		}
		finally {
			tables.execute("inventory", rights);
		}
	}

}
