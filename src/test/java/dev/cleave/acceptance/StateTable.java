package dev.cleave.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The state machine of orders, as the shop tells it.
record StateTable(List<Transition> transitions) {

	static StateTable of(Shop shop) {
		var transitions = new ArrayList<Transition>();
		for (var move : shop.stranger().get("/orders/states").send().expect(200).at("/moves").values()) {
			transitions.add(new Transition(move.path("move").asString(), move.path("from").asString(""),
					move.path("to").asString()));
		}
		return new StateTable(List.copyOf(transitions));
	}

	Optional<String> after(String from, String move) {
		return this.transitions.stream()
			.filter((transition) -> transition.from.equals(from) && transition.move.equals(move))
			.map(Transition::to)
			.findAny();
	}

	boolean allows(String from, String move) {
		return after(from, move).isPresent();
	}

	List<String> movesFrom(String from) {
		return this.transitions.stream()
			.filter((transition) -> transition.from.equals(from))
			.map(Transition::move)
			.sorted()
			.toList();
	}

	/// @param from empty for the move that makes an order
	record Transition(String move, String from, String to) {

	}

}
