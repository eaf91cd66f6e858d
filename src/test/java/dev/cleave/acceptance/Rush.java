package dev.cleave.acceptance;

import java.util.List;

import dev.cleave.acceptance.Clerk.Stock;

import static org.assertj.core.api.Assertions.assertThat;

/// A crowd that orders the same five things in all combinations and orders of lines, and takes every order back at once.
record Rush(Shop shop, Dice dice) {

	private static final int STOCK = 500;

	static Rush on(Shop shop, Dice dice) {
		return new Rush(shop, dice);
	}

	/// Lets so many pairs of placement and cancellation race; afterwards nothing is
	/// reserved and every number adds up.
	void of(int pairs) {
		var skus = this.shop.clerk().offersSeveral(5, 100, STOCK);
		var buyer = this.shop.machineBuyer();

		var cancelled = new Crowd(pairs, 48)
			.each((number) -> buyer.cancel(buyer.places(basket(skus, number)), "never mind").expect(200, 409).status());

		assertThat(cancelled).contains(200);

		this.shop.check();
		skus.forEach((sku) -> assertThat(this.shop.clerk().stock(sku)).as("stock of %s, seed %d", sku, this.dice.seed())
			.isEqualTo(new Stock(STOCK, 0, STOCK)));
	}

	private Basket basket(List<String> skus, int number) {
		var random = this.dice.of(number);
		var basket = Basket.of(skus.get(random.nextInt(5)), 1 + random.nextInt(3));
		for (var more = random.nextInt(4); more > 0; more--) {
			basket = basket.and(skus.get(random.nextInt(5)), 1 + random.nextInt(3));
		}
		return basket;
	}

}
