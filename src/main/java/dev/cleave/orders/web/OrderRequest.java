package dev.cleave.orders.web;

import java.time.Instant;
import java.util.List;

import dev.cleave.orders.domain.Basket;
import dev.cleave.orders.domain.PaymentTerms;
import dev.cleave.orders.domain.Price;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.web.Fault;
import dev.cleave.platform.web.MoneyView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What somebody wants to order.
///
/// @param customer opaque; said by staff and machines only, a customer who has signed in is always himself
/// @param paymentTerms `PREPAID` unless said otherwise; `ACCOUNT` by staff and machines only
/// @param shipTo an address in whatever form the shop uses; kept and shown, never looked into
record OrderRequest(@NotNull @Size(min = 1, max = 1_000) List<@NotNull @Valid Line> lines,
		@Pattern(regexp = PRINTABLE, message = NO_CONTROLS) @Size(min = 1, max = 64) @Nullable String customer,
		@Pattern(regexp = PRINTABLE, message = NO_CONTROLS) @Size(min = 1, max = 128) @Nullable String reference,
		@Pattern(regexp = PRINTABLE, message = NO_CONTROLS) @Size(min = 1, max = 64) @Nullable String country,
		@Nullable PaymentTerms paymentTerms, @Nullable JsonNode shipTo) {

	static final String PRINTABLE = "\\P{Cntrl}*";

	static final String NO_CONTROLS = "must not contain control characters";

	/// What a customer must not say.
	List<Fault> presumptions(Caller caller) {
		if (!caller.isCustomer()) {
			return List.of();
		}
		var faults = new java.util.ArrayList<Fault>();
		if (this.customer != null && !this.customer.equals(caller.id())) {
			faults.add(notYours("/customer", "A customer orders for himself."));
		}
		if (this.paymentTerms == PaymentTerms.ACCOUNT) {
			faults.add(notYours("/paymentTerms", "A customer pays in advance."));
		}
		for (var index = 0; index < this.lines.size(); index++) {
			if (this.lines.get(index).unitPrice() != null) {
				faults.add(notYours("/lines/%d/unitPrice".formatted(index), "The price is the catalogue's."));
			}
		}
		return faults;
	}

	Basket basketOf(Caller caller, Instant now) {
		return new Basket(caller.id(), caller.isCustomer() ? caller.id() : this.customer, this.reference, this.country,
				(this.paymentTerms != null) ? this.paymentTerms : PaymentTerms.PREPAID,
				(this.shipTo != null && !this.shipTo.isNull()) ? this.shipTo.toString() : null, now, false,
				this.lines.stream().map(Line::item).toList());
	}

	private static Fault notYours(String pointer, String detail) {
		return new Fault(pointer, "not-for-customers", detail);
	}

	/// @param unitPrice said by staff and machines only; else the catalogue's price
	/// counts
	record Line(@NotNull @Pattern(regexp = PRINTABLE, message = NO_CONTROLS) @Size(min = 1, max = 64) String sku,
			@Min(1) @Max(1_000_000_000) long quantity, @Valid @Nullable MoneyView unitPrice) {

		private Basket.Item item() {
			return new Basket.Item(this.sku, this.quantity,
					(this.unitPrice != null) ? new Price(this.unitPrice.amount(), this.unitPrice.currency()) : null);
		}

	}

}
