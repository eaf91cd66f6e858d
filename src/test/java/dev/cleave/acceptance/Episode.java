package dev.cleave.acceptance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.cleave.acceptance.Deed.Place;
import dev.cleave.acceptance.Deed.Portion;
import dev.cleave.acceptance.Deed.WithOrder;
import dev.cleave.acceptance.Tale.Attempt;
import dev.cleave.checker.OrderedLine;
import dev.cleave.model.Performance;
import dev.cleave.model.Sequence;
import dev.cleave.model.Step;

/// One sequence, done in a shop.
final class Episode {

	private final Shop shop;

	private final Ground ground;

	private final TimeMachine time;

	private final Storeroom storeroom;

	private final Sequence<Deed> sequence;

	private final String name = Shop.unique("episode");

	private final Map<Integer, CompletableFuture<Optional<Tale>>> tales;

	private final Map<Integer, CompletableFuture<Optional<Request>>> requests;

	private final List<String> faults = Collections.synchronizedList(new ArrayList<>());

	Episode(Shop shop, Ground ground, TimeMachine time, Sequence<Deed> sequence) {
		this.shop = shop;
		this.ground = ground;
		this.time = time;
		this.sequence = sequence;
		this.storeroom = new Storeroom(shop, ground);
		this.tales = sequence.steps()
			.stream()
			.map(Step::action)
			.filter(Place.class::isInstance)
			.map((deed) -> ((Place) deed).order())
			.collect(Collectors.toUnmodifiableMap(Function.identity(), (_) -> new CompletableFuture<>()));
		this.requests = sequence.steps()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Step::number, (_) -> new CompletableFuture<>()));
	}

	Episode play() {
		Performance.of(this.sequence, this::perform);
		return this;
	}

	/// What is wrong, as far as clients can tell. Nothing may be under way any more.
	///
	/// @param moves counts those that orders made
	List<String> audit(StateTable table, Map<String, LongAdder> moves) {
		var books = new Books(this.shop, table, this.storeroom);
		this.tales.forEach((_, tale) -> tale.join().ifPresent(books::add));
		this.faults.addAll(books.faults(moves));
		return this.faults;
	}

	private void perform(Step<Deed> step) {
		try {
			switch (step.action()) {
				case Place place -> this.tales.get(place.order()).complete(place(place, step));
				case Deed.Settle settle -> tale(settle).ifPresent(this::settle);
				case Deed.RunOut out -> tale(out).ifPresent(this.time::runOut);
				case WithOrder deed -> tale(deed).ifPresent((tale) -> ask(tale, deed, step));
				case Deed.Repeat(var earlier) -> repeat(earlier);
				case Deed deed -> this.faults.addAll(this.storeroom.take(deed));
			}
		}
		finally {
			this.requests.get(step.number()).complete(Optional.empty());
			if (step.action() instanceof Place place) {
				this.tales.get(place.order()).complete(Optional.empty());
			}
		}
	}

	private Optional<Tale> place(Place place, Step<Deed> step) {
		var reference = this.name + "-" + place.order();
		var lines = place.items()
			.stream()
			.map((item) -> new OrderedLine(this.ground.skus().get(item.product()), item.quantity()))
			.toList();
		var basket = new Basket(lines,
				Map.of("reference", reference, "paymentTerms", place.onInvoice() ? "ACCOUNT" : "PREPAID"));
		var request = new Request("/orders", basket.json(), this.name + "/" + step.number(), null, null);
		var placement = this.shop.history().begin(request.key(), reference, lines);
		var answer = send(request);
		if (answer.status() != 201) {
			placement.refused();
			this.faults.addAll(this.storeroom.faultsOfRefusal(place, answer));
			return Optional.empty();
		}
		var order = Order.in(answer);
		placement.acknowledged(order.id(), order.status());
		this.faults.addAll(this.storeroom.faultsOfPlacement(place, order));
		this.requests.get(step.number()).complete(Optional.of(request.answered(answer)));
		return Optional.of(new Tale(order));
	}

	private void settle(Tale tale) {
		for (var patience = 0; patience < 500; patience++) {
			var seen = Order.in(this.shop.administrator().get("/orders/" + tale.placed().id()).send().expect(200));
			tale.saw(seen, System.nanoTime());
			if (!seen.status().equals("PENDING")) {
				return;
			}
			TimeMachine.pause();
		}
		this.faults.add("order " + tale.placed().id() + " is not settled");
	}

	private void ask(Tale tale, WithOrder deed, Step<Deed> step) {
		var request = new Request("/orders/" + tale.placed().id() + "/" + path(deed), body(tale, deed),
				this.name + "/" + step.number(), tale, deed);
		this.requests.get(step.number()).complete(Optional.of(request));
		attempt(request);
	}

	private void repeat(int earlier) {
		var request = this.requests.containsKey(earlier) ? this.requests.get(earlier).join()
				: Optional.<Request>empty();
		request.ifPresent((again) -> {
			if (again.tale() != null) {
				attempt(again);
			}
			else if (!send(again).text().equals(again.first())) {
				this.faults
					.add("The order that was placed at step " + earlier + " is not answered in the same way again");
			}
		});
	}

	private void attempt(Request request) {
		if (request.deed() instanceof Deed.Cancel) {
			this.shop.history().cancels(request.tale().placed().id());
		}
		var begin = System.nanoTime();
		var answer = send(request);
		request.tale().add(new Attempt(request.deed(), request.key(), begin, System.nanoTime(), answer));
	}

	private Answer send(Request request) {
		var call = this.shop.administrator().post(request.path()).key(request.key()).json(request.body());
		return (request.deed() == null ? call.header("Cleave-Position", this.shop.position()) : call).send();
	}

	private Optional<Tale> tale(WithOrder deed) {
		return this.tales.containsKey(deed.order()) ? this.tales.get(deed.order()).join() : Optional.empty();
	}

	private static String path(WithOrder deed) {
		return switch (deed) {
			case Deed.Cancel _ -> "cancellation";
			case Deed.Pay _ -> "payment";
			case Deed.Ship _ -> "shipment";
			case Deed.Deliver _ -> "delivery";
			case Deed.TakeBack _ -> "return";
			case Deed.Refund _ -> "refund";
			case Deed.Settle _, Deed.RunOut _ -> throw new IllegalArgumentException(deed.toString());
		};
	}

	private Map<String, Object> body(Tale tale, WithOrder deed) {
		return switch (deed) {
			case Deed.Cancel _ -> Json.map("reason", "changed my mind");
			case Deed.Pay pay -> Json.map("paymentReference", this.name + "-p" + pay.reference(), "amount",
					Json.money(tale.placed().total() + pay.excess()));
			case Deed.Ship ship -> portions(ship.portions(), false);
			case Deed.Deliver deliver -> portions(deliver.portions(), false);
			case Deed.TakeBack back -> portions(back.portions(), back.spoilt());
			case Deed.Refund refund -> (refund.said() == 0) ? Json.map("refundReference", reference(refund))
					: Json.map("refundReference", reference(refund), "amount", Json.money(refund.said()));
			case Deed.Settle _, Deed.RunOut _ -> throw new IllegalArgumentException(deed.toString());
		};
	}

	private String reference(Deed.Refund refund) {
		return this.name + "-r" + refund.reference();
	}

	private static Map<String, Object> portions(List<Portion> portions, boolean spoilt) {
		return portions.isEmpty() ? Json.map() : Json.map("lines", portions.stream().map((portion) -> {
			var line = Json.map("line", portion.line(), "quantity", portion.quantity());
			if (spoilt) {
				line.put("writeOff", "spoilt");
			}
			return line;
		}).toList());
	}

}
