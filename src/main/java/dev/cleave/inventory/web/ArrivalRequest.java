package dev.cleave.inventory.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// @param quantity units that arrived; 0 when all were lost
/// @param reason why that differs from what was sent
record ArrivalRequest(@NotNull @Min(0) @Max(2_000_000_000_000L) Long quantity,
		@Nullable @Size(max = 200) @Pattern(regexp = "\\P{Cc}*", message = "must be printable") String reason) {

}
