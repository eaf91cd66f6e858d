package dev.cleave.inventory.web;

import dev.cleave.inventory.domain.Dispatch;
import dev.cleave.inventory.domain.Locations;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// @param from location that the units leave
/// @param to another location
record TransferRequest(
		@NotNull @Pattern(regexp = Locations.PATTERN,
				message = "must be 1 to 32 small letters, digits and hyphens") String from,
		@NotNull @Pattern(regexp = Locations.PATTERN,
				message = "must be 1 to 32 small letters, digits and hyphens") String to,
		@Min(1) @Max(1_000_000_000_000L) long quantity,
		@Nullable @Size(max = 200) @Pattern(regexp = "\\P{Cc}*", message = "must be printable") String reason,
		@Nullable @Size(max = 64) @Pattern(regexp = "\\P{Cc}*", message = "must be printable") String reference) {

	Dispatch of(String sku, String actor) {
		return new Dispatch(sku, this.from, this.to, this.quantity, this.reason, this.reference, actor);
	}

}
