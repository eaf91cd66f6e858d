package dev.cleave.acceptance;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static dev.cleave.acceptance.Json.map;
import static org.assertj.core.api.Assertions.assertThat;

/// Nobody hears of it when the database gives up what he asked for in favour of somebody else: it is done again.
class DeadlockTests {

	/// The first two attempts end as the victim of a deadlock does. A sequence counts on
	/// when all else is undone.
	private static final String VICTIM = """
			CREATE SEQUENCE public.%1$s_attempts;
			CREATE FUNCTION public.%1$s_victim() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
			BEGIN
				IF nextval('public.%1$s_attempts') < 3 THEN
					RAISE EXCEPTION 'given up' USING ERRCODE = 'deadlock_detected';
				END IF;
				RETURN NULL;
			END $$;
			CREATE TRIGGER victim AFTER INSERT ON %1$s.idempotency_key
				FOR EACH STATEMENT EXECUTE FUNCTION public.%1$s_victim();
			""";

	private final Map<String, String> databases = Topology.ONE_DATABASE.databases();

	@Test
	void doesAgainWhatADeadlockUndid() throws SQLException {
		try (var shop = new Shop(StartedShop.start(this.databases))) {
			var clerk = shop.clerk();
			var sku = clerk.offers("Lamp", 100, 5);

			becomeVictim("inventory");
			clerk.visitor()
				.post("/stock/" + sku + "/receipts")
				.json(map("quantity", 7, "reason", "delivery"))
				.onceAtAll()
				.expect(200, 201);
			becomeVictim("orders");
			shop.buyer()
				.visitor()
				.post("/orders")
				.header("Cleave-Position", shop.position())
				.json(Basket.of(sku, 1).json())
				.onceAtAll()
				.expect(201);

			assertThat(clerk.stock(sku).onHand()).isEqualTo(12);
			assertThat(
					new Tables(this.databases).number("inventory", "SELECT last_value FROM public.inventory_attempts"))
				.isEqualTo(3);
			assertThat(new Tables(this.databases).number("orders", "SELECT last_value FROM public.orders_attempts"))
				.isEqualTo(3);
		}
	}

	private void becomeVictim(String module) throws SQLException {
		try (var connection = DriverManager.getConnection(StartedShop.asAdministrator(this.databases).get(module));
				var statement = connection.createStatement()) {
			statement.execute(VICTIM.formatted(module));
		}
	}

}
