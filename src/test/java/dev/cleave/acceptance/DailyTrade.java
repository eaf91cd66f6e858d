package dev.cleave.acceptance;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.cleave.acceptance.SteadyLoad.Errand;

import static org.assertj.core.api.Assertions.assertThat;

/// What goes on in a shop all day, in every module: orders and looks at them, deliveries and looks at the shelf, people
/// with a session, and reports. Nobody asks twice, so each answer counts; and afterwards the shelf must hold what the shop
/// says has arrived.
final class DailyTrade implements AutoCloseable {

	private static final Patience NONE = new Patience(Duration.ZERO, Duration.ofSeconds(20), false);

	private static final String TOP_FIVE = "/reports/top-products?limit=5&from=%s&to=%s"
		.formatted(LocalDate.now(ZoneOffset.UTC).minusDays(7), LocalDate.now(ZoneOffset.UTC).plusDays(1));

	private static final Duration WARM = Duration.ofMinutes(2);

	private static final Duration SOME_TIME = Duration.ofSeconds(5);

	private static final int ENOUGH = 10_000_000;

	private final Shop shop;

	/// Of its own, so that whoever waits in vain for one module takes no connection from
	/// others.
	private final Door door;

	private final String sold;

	private final String delivered;

	private final Visitor machine;

	private final Visitor customer;

	private final Visitor clerk;

	private final AtomicInteger arrived = new AtomicInteger();

	private final AtomicInteger perhapsArrived = new AtomicInteger();

	DailyTrade(Shop shop) {
		this.shop = shop;
		this.door = new Door(shop.system().nodes());
		this.sold = shop.clerk().offersSeveral(1, 100, ENOUGH).getFirst();
		this.delivered = shop.clerk().offers("Delivered bit by bit", 100, 0);
		this.machine = shop.machine("orders:write").at(this.door);
		this.customer = shop.customer().at(this.door);
		this.clerk = shop.administrator().at(this.door);
	}

	/// @param perSecond of each kind, of which there are eight
	SteadyLoad load(int perSecond) {
		var buyer = new Buyer(this.shop, this.machine).with(NONE);
		return new SteadyLoad(List.of(new Errand("orders", () -> buyer.place(Basket.of(this.sold, 1), 0)),
				new Errand("orders", () -> this.machine.get("/orders?limit=5").onceAtAll()),
				new Errand("inventory", () -> this.machine.get("/products/" + this.sold).onceAtAll()),
				new Errand("inventory", () -> this.clerk.get("/stock/" + this.sold).onceAtAll()),
				new Errand("inventory", this::delivery),
				new Errand("auth", () -> this.customer.get("/auth/session").onceAtAll()),
				new Errand("reporting", () -> this.clerk.get("/reports/stock?below=1").onceAtAll()),
				new Errand("reporting", () -> this.clerk.get(TOP_FIVE).onceAtAll())), perSecond);
	}

	/// Processes that have just started are slow. People come until for some
	/// seconds nobody is sent away.
	void awaitSwift(SteadyLoad load) {
		Eventually.within(WARM, () -> assertThat(SteadyLoad.sentAway(load.during(SOME_TIME))).isEmpty());
	}

	private Answer delivery() {
		this.shop.history().received(this.delivered, 1);
		this.perhapsArrived.incrementAndGet();
		var answer = this.clerk.post("/stock/" + this.delivered + "/receipts")
			.json(Json.map("quantity", 1, "reason", "delivery"))
			.onceAtAll();
		if (answer.status() < 300) {
			this.arrived.incrementAndGet();
		}
		else if ("none".equals(answer.header("Cleave-Outcome"))) {
			this.perhapsArrived.decrementAndGet();
		}
		return answer;
	}

	/// Somebody who buys the same and does not give up.
	Buyer patientBuyer() {
		return new Buyer(this.shop, this.machine).with(Patience.withFrailNodes());
	}

	Basket basket() {
		return Basket.of(this.sold, 1);
	}

	/// What was delivered is there, once for each delivery that the shop confirmed.
	void checkDeliveries() {
		assertThat(this.shop.clerk().stock(this.delivered).onHand()).isBetween((long) this.arrived.get(),
				(long) this.perhapsArrived.get());
	}

	@Override
	public void close() {
		this.door.close();
	}

}
