package dev.cleave.orders.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How far the lines of one order have come towards a stage, and what can come there next.
final class Progress {

	private final Stage stage;

	private final Map<Integer, OrderLine> lines;

	Progress(Stage stage, List<OrderLine> lines) {
		this.stage = stage;
		this.lines = lines.stream().collect(Collectors.toMap(OrderLine::line, Function.identity()));
	}

	/// Everything that can reach the stage now.
	List<Part> left() {
		return this.lines.values()
			.stream()
			.filter(line -> this.stage.left(line) > 0)
			.map(line -> Part.of(line.line(), this.stage.left(line)))
			.toList();
	}

	/// What is wrong with the wish that these reach the stage together.
	List<LineFault> faults(List<Part> parts) {
		var faults = new ArrayList<LineFault>();
		var left = new HashMap<Integer, Long>();
		for (var index = 0; index < parts.size(); index++) {
			var part = parts.get(index);
			var line = this.lines.get(part.line());
			if (line == null) {
				faults.add(new LineFault(index, "line", "line-unknown",
						"The order has no line %d.".formatted(part.line())));
				continue;
			}
			var most = left.getOrDefault(part.line(), this.stage.left(line));
			if (part.quantity() > most) {
				faults.add(new LineFault(index, "quantity", "quantity-too-large", "Only %d units of line %d can be %s."
					.formatted(most, part.line(), this.stage.name().toLowerCase(Locale.ROOT))));
			}
			left.put(part.line(), most - Math.min(most, part.quantity()));
		}
		return faults;
	}

	/// Whether the whole order has reached the stage with these.
	boolean isCompletedBy(List<Part> parts) {
		var missing = this.lines.values().stream().mapToLong(line -> line.quantity() - this.stage.reached(line)).sum();
		return missing == parts.stream().mapToLong(Part::quantity).sum();
	}

	/// @param number of the consignment among those of its order and stage
	Consignment consign(int number, List<Part> parts) {
		return new Consignment(number, parts, this.lines, this.stage.move(isCompletedBy(parts)));
	}

}
