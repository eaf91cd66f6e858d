package dev.cleave.orders.web;

import java.util.List;

import dev.cleave.orders.domain.Part;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Which units of an order have left or arrived.
///
/// @param lines left out for everything that is left
record PartsRequest(@Size(min = 1, max = 5_000) @Nullable List<@NotNull @Valid Line> lines) {

	static final PartsRequest EVERYTHING = new PartsRequest(null);

	List<Part> parts() {
		return (this.lines != null) ? this.lines.stream().map(Line::part).toList() : List.of();
	}

	/// @param line of the order, from 1
	record Line(@Min(1) int line, @Min(1) @Max(1_000_000_000) long quantity) {

		private Part part() {
			return new Part(this.line, this.quantity, null);
		}

	}

}
