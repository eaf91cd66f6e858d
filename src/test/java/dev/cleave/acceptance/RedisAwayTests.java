package dev.cleave.acceptance;

import java.time.Duration;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static dev.cleave.acceptance.GuardedShop.COOKIE;
import static dev.cleave.acceptance.GuardedShop.attempt;
import static org.assertj.core.api.Assertions.assertThat;

/// What goes on while Redis is away, and when it has lost everything.
@ExtendWith(GuardedShop.Keeper.class)
class RedisAwayTests {

	private final GuardedShop guarded;

	private final Shop shop;

	RedisAwayTests(GuardedShop guarded) {
		this.guarded = guarded;
		this.shop = guarded.shop();
	}

	@Test
	@Tag("S25")
	void saysThatItCannotTellWhileRedisIsAwayAndGoesOnWithTokens() {
		var visitor = this.shop.customer();
		var sku = this.shop.clerk().offers("Book", 100, 1);
		var client = MachineClient.create(shop, "orders:write");
		var machine = this.shop.stranger().carrying(client.token().text("/access_token"));

		this.guarded.line().cut();
		try {
			visitor.get("/auth/session").onceAtAll().expect(503);
			visitor.get("/orders").onceAtAll().expect(503);
			visitor.post("/orders").json(Basket.of(sku, 1).json()).onceAtAll().expect(503);
			visitor.delete("/auth/session").onceAtAll().expect(503);
			attempt(this.shop.stranger(), "a@example.org", "whatever it is").expect(503);
			this.shop.stranger().get("/auth/session").onceAtAll().expect(401);
			this.shop.stranger().get("/products/" + sku).onceAtAll().expect(200);
			machine.get("/orders").onceAtAll().expect(200);
			machine.post("/orders").json(Basket.of(sku, 1).json()).onceAtAll().expect(201);
			client.token().expect(200);
		}
		finally {
			this.guarded.line().mend();
		}
		Eventually.within(Duration.ofSeconds(60), () -> visitor.get("/auth/session").onceAtAll().expect(200));
	}

	@Test
	void asksForANewSignInWhenRedisHasLostEverything() {
		var email = this.guarded.registered();
		var person = this.guarded.signedIn(email);
		this.guarded.redis().flushdb();

		person.get("/auth/session").send().expect(401);
		person.cookies().remove("XSRF-TOKEN");
		person.cookies().remove(COOKIE);

		person.signIn(email, Shop.password()).get("/auth/session").send().expect(200);
		this.shop.administrator()
			.signIn(this.shop.system().administratorEmail(), this.shop.system().administratorPassword());
	}

}
