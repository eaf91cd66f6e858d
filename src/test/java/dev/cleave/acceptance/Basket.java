package dev.cleave.acceptance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.cleave.checker.OrderedLine;

/// What somebody is about to order.
record Basket(List<OrderedLine> lines, Map<String, Object> details) {

	Basket {
		lines = List.copyOf(lines);
		details = Map.copyOf(details);
	}

	static Basket of(String sku, long quantity) {
		return new Basket(List.of(), Map.of()).and(sku, quantity);
	}

	Basket and(String sku, long quantity) {
		var more = new ArrayList<>(this.lines);
		more.add(new OrderedLine(sku, quantity));
		return new Basket(more, this.details);
	}

	Basket with(String detail, Object value) {
		var more = new HashMap<>(this.details);
		more.put(detail, value);
		return new Basket(this.lines, more);
	}

	/// What makes the order known again when its id never arrived.
	Basket withReference() {
		return this.details.containsKey("reference") ? this : with("reference", Shop.unique("order"));
	}

	Optional<String> reference() {
		return Optional.ofNullable((String) this.details.get("reference"));
	}

	Map<String, Object> json() {
		var json = Json.map("lines",
				this.lines.stream().map((line) -> Json.map("sku", line.sku(), "quantity", line.quantity())).toList());
		json.putAll(this.details);
		return json;
	}

}
