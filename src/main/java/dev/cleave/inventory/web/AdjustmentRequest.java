package dev.cleave.inventory.web;

import dev.cleave.inventory.domain.Locations;
import dev.cleave.inventory.domain.StockMove;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// @param quantity how many there are more, or fewer, than the books say; never 0
/// @param location default `main`
/// @param force revoke reservations that stand in the way
record AdjustmentRequest(@Min(-1_000_000_000_000L) @Max(1_000_000_000_000L) long quantity,
		@NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cc}*", message = "must be printable") String reason,
		@Nullable @Size(max = 64) @Pattern(regexp = "\\P{Cc}*", message = "must be printable") String reference,
		@Nullable @Pattern(regexp = Locations.PATTERN,
				message = "must be 1 to 32 small letters, digits and hyphens") String location,
		@Nullable Boolean force) {

	boolean isForced() {
		return Boolean.TRUE.equals(this.force);
	}

	StockMove of(String sku, String actor) {
		return new StockMove(sku, Locations.orMain(this.location), this.quantity, this.reason, this.reference, actor);
	}

}
