package dev.cleave.orders.domain;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// An order of the past, at the prices of then, as whoever kept it tells it.
///
/// @param placedAt not before 1900
/// @param customer opaque
public record PastOrder(
		@NotNull @Pattern(regexp = PRINTABLE, message = NO_CONTROLS) @Size(min = 1, max = 128) String reference,
		@NotNull @PastOrPresent Instant placedAt,
		@Pattern(regexp = PRINTABLE, message = NO_CONTROLS) @Size(min = 1, max = 64) @Nullable String customer,
		@Pattern(regexp = PRINTABLE, message = NO_CONTROLS) @Size(min = 1, max = 64) @Nullable String country,
		@NotNull @Size(min = 1, max = MOST_LINES) List<@NotNull @Valid Line> lines) {

	static final String PRINTABLE = "\\P{Cntrl}*";

	static final String NO_CONTROLS = "must not contain control characters";

	static final int MOST_LINES = 5_000;

	private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

	public PastOrder {
		if (placedAt != null && placedAt.isBefore(EARLIEST)) {
			throw new IllegalArgumentException("placedAt is before 1900");
		}
	}

	Basket basketOf(String owner) {
		return new Basket(owner, this.customer, this.reference, this.country, PaymentTerms.ACCOUNT, null, this.placedAt,
				true,
				this.lines.stream()
					.map(line -> new Basket.Item(line.sku(), line.quantity(), line.unitPrice()))
					.toList());
	}

	public record Line(@NotNull @Pattern(regexp = PRINTABLE, message = NO_CONTROLS) @Size(min = 1, max = 64) String sku,
			@Min(1) @Max(1_000_000_000) long quantity, @NotNull Price unitPrice) {

	}

}
