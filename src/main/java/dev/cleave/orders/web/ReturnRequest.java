package dev.cleave.orders.web;

import java.util.List;

import dev.cleave.orders.domain.Part;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Which units of an order have come back.
///
/// @param lines left out for everything that is left
/// @param location where they arrived; left out for the main one
/// @param reason why they came back
record ReturnRequest(@Size(min = 1, max = 5_000) @Nullable List<@NotNull @Valid Line> lines,
		@Pattern(regexp = "[a-z0-9][a-z0-9-]{0,31}",
				message = "must be 1 to 32 small letters, digits and hyphens") @Nullable String location,
		@Pattern(regexp = OrderRequest.PRINTABLE, message = OrderRequest.NO_CONTROLS) @Size(min = 1,
				max = 200) @Nullable String reason) {

	static final ReturnRequest EVERYTHING = new ReturnRequest(null, null, null);

	List<Part> parts() {
		return (this.lines != null) ? this.lines.stream().map(Line::part).toList() : List.of();
	}

	/// @param line of the order, from 1
	/// @param writeOff why the units can't be sold again; left out when they can
	record Line(@Min(1) int line, @Min(1) @Max(1_000_000_000) long quantity, @Pattern(regexp = OrderRequest.PRINTABLE,
			message = OrderRequest.NO_CONTROLS) @Size(min = 1, max = 200) @Nullable String writeOff) {

		private Part part() {
			return new Part(this.line, this.quantity, this.writeOff);
		}

	}

}
