package dev.cleave.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import dev.cleave.acceptance.SteadyLoad.Errand;
import dev.cleave.acceptance.SteadyLoad.Visit;

import static org.assertj.core.api.Assertions.assertThat;

/// A hundred orders a second, and what else goes on in a shop: looks at products, stock and orders, cancellations, and
/// deliveries to the warehouse. Nobody comes twice with the same wish.
final class BusyTrade {

	private static final int ORDERS_PER_SECOND = Integer.getInteger("cleave.orders-per-second", 100);

	private static final int OTHERS_PER_SECOND = 3;

	private static final int DELIVERIES_PER_SECOND = 10;

	private static final int PRODUCTS = 20;

	private static final long STOCK = 1_000_000;

	private static final Patience NONE = new Patience(Duration.ZERO, Duration.ofSeconds(40), false);

	private final Clerk clerk;

	private final Buyer buyer;

	private final List<String> skus;

	private final AtomicInteger turn = new AtomicInteger();

	private final Queue<Order> placed = new ConcurrentLinkedQueue<>();

	private final WritePauses pauses = new WritePauses();

	private final List<SteadyLoad> loads;

	private List<Visit> visits = List.of();

	BusyTrade(Shop shop) {
		this.clerk = shop.clerk();
		this.buyer = shop.machineBuyer().with(NONE);
		this.skus = this.clerk.offersSeveral(PRODUCTS, 100, STOCK);
		var other = List.of(new Errand("inventory", () -> this.buyer.visitor().get("/products/" + sku()).onceAtAll()),
				new Errand("inventory", () -> this.clerk.visitor().get("/stock/" + sku()).onceAtAll()),
				new Errand("orders", () -> this.buyer.visitor().get("/orders?limit=5").onceAtAll()),
				new Errand("orders", this::cancel),
				new Errand("reporting", () -> this.clerk.visitor().get("/reports/stock?below=1").onceAtAll()));
		this.loads = List.of(new SteadyLoad(List.of(new Errand("orders", this::order)), ORDERS_PER_SECOND),
				new SteadyLoad(other, OTHERS_PER_SECOND),
				new SteadyLoad(List.of(new Errand("deliveries", this::deliver)), DELIVERIES_PER_SECOND));
	}

	private String sku() {
		return this.skus.get(Math.floorMod(this.turn.getAndIncrement(), PRODUCTS));
	}

	private Answer order() {
		var answer = this.buyer.place(Basket.of(sku(), 1), 0);
		if (answer.status() == 201 && this.placed.size() < 1_000) {
			this.placed.add(Order.in(answer));
		}
		return answer;
	}

	private Answer cancel() {
		var order = this.placed.poll();
		return (order != null) ? this.buyer.cancel(order, "changed my mind")
				: this.buyer.visitor().get("/orders?limit=1").onceAtAll();
	}

	private Answer deliver() {
		return this.pauses.watch(() -> this.clerk.receiveOnce(sku(), 1));
	}

	/// Lets nodes that have just started compile what they need.
	void warmUp() {
		this.loads.forEach((load) -> load.during(Duration.ofSeconds(3)));
	}

	/// Lets all of them come while something happens.
	void during(Runnable event) {
		this.visits = during(this.loads, event);
	}

	private static List<Visit> during(List<SteadyLoad> loads, Runnable event) {
		if (loads.isEmpty()) {
			event.run();
			return new ArrayList<>();
		}
		var others = new ArrayList<Visit>();
		var visits = loads.getFirst().during(() -> others.addAll(during(loads.subList(1, loads.size()), event)));
		visits.addAll(others);
		return visits;
	}

	/// Everybody was served, but for deliveries that came while nothing could be written.
	void verify(int moves) {
		assertThat(this.visits.stream().filter((visit) -> !visit.served() && !visit.module().equals("deliveries")))
			.as("whoever was not served, of %s", this)
			.isEmpty();
		this.pauses.verify(moves, this.visits.stream().filter((visit) -> !visit.served()).count());
		assertThat(this.skus.stream().mapToLong((sku) -> this.clerk.stock(sku).onHand()).sum()).as("units on hand")
			.isEqualTo(PRODUCTS * STOCK + this.pauses.written());
	}

	@Override
	public String toString() {
		return "%d visits, %d of them not served, the slowest %d ms; %s".formatted(this.visits.size(),
				this.visits.stream().filter((visit) -> !visit.served()).count(),
				this.visits.stream().mapToLong(Visit::nanos).max().orElse(0) / 1_000_000, this.pauses);
	}

}
