package dev.cleave.orders.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.cleave.inventory.commands.Line;
import dev.cleave.inventory.commands.ReturnedLine;
import dev.cleave.orders.events.Portion;
import org.jspecify.annotations.Nullable;

/// Units of one order that are shipped, delivered or returned together.
///
/// @param number among those of the same order and kind, from 1
/// @param lines of the order, by their numbers
/// @param move that the order makes with it
record Consignment(int number, List<Part> parts, Map<Integer, OrderLine> lines, Move move) {

	private static final int NAMED = 10;

	Consignment {
		parts = List.copyOf(parts);
		lines = Map.copyOf(lines);
	}

	/// Whether all of the order has come as far.
	boolean complete() {
		return this.move == Move.SHIP || this.move == Move.DELIVER || this.move == Move.RETURN;
	}

	List<Portion> portions() {
		var units = new TreeMap<Integer, Long>();
		this.parts.forEach(part -> units.merge(part.line(), part.quantity(), Math::addExact));
		return units.entrySet().stream().map(line -> new Portion(line.getKey(), line.getValue())).toList();
	}

	/// What inventory knows them by.
	List<Line> units() {
		var units = new TreeMap<String, Long>();
		this.parts.forEach(part -> units.merge(line(part).sku(), part.quantity(), Math::addExact));
		return units.entrySet().stream().map(unit -> new Line(unit.getKey(), unit.getValue())).toList();
	}

	/// The same, but what can't be sold again stands apart, reason by reason.
	List<ReturnedLine> returnedUnits() {
		var units = new LinkedHashMap<ReturnedUnit, Long>();
		this.parts.forEach(part -> units.merge(new ReturnedUnit(line(part).sku(), part.writeOff()), part.quantity(),
				Math::addExact));
		return units.entrySet()
			.stream()
			.map(unit -> new ReturnedLine(unit.getKey().sku(), unit.getValue(), unit.getKey().writeOff()))
			.toList();
	}

	/// What was paid for them, in minor units.
	long value() {
		return this.parts.stream()
			.mapToLong(part -> Math.multiplyExact(part.quantity(), line(part).unitPrice()))
			.reduce(0, Math::addExact);
	}

	/// As people say it: `2 of 3 units: line 1 × 2`.
	String inWords() {
		var all = this.lines.values().stream().mapToLong(OrderLine::quantity).sum();
		var named = this.parts.stream().limit(NAMED).map(Consignment::inWords).collect(Collectors.joining(", "));
		return "%d of %d units: %s%s".formatted(this.parts.stream().mapToLong(Part::quantity).sum(), all, named,
				(this.parts.size() > NAMED) ? " and %d more".formatted(this.parts.size() - NAMED) : "");
	}

	private static String inWords(Part part) {
		return "line %d × %d%s".formatted(part.line(), part.quantity(),
				(part.writeOff() != null) ? " written off (%s)".formatted(part.writeOff()) : "");
	}

	private OrderLine line(Part part) {
		return Objects.requireNonNull(this.lines.get(part.line()));
	}

	private record ReturnedUnit(String sku, @Nullable String writeOff) {

	}

}
