package dev.cleave.orders.payments;

import dev.cleave.platform.web.MoneyView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// The body of a callback.
///
/// @param type what became of the payment
/// @param paymentReference as the provider calls the payment
/// @param refundReference as the provider calls the refund, if it is one: a payment may be given back bit by bit
public record PaymentCallback(
		@NotNull @Pattern(regexp = "payment\\.(captured|refunded|failed)",
				message = "is none of payment.captured, payment.refunded, payment.failed") String type,
		@NotNull @Size(max = 64) String orderId,
		@NotBlank @Size(max = 128) @Pattern(regexp = "\\P{Cntrl}*",
				message = "must not contain control characters") String paymentReference,
		@Size(min = 1, max = 128) @Pattern(regexp = "\\P{Cntrl}*",
				message = "must not contain control characters") @Nullable String refundReference,
		@NotNull @Valid MoneyView amount) {

	public static final String CAPTURED = "payment.captured";

	public static final String REFUNDED = "payment.refunded";

	public static final String FAILED = "payment.failed";

	public static final String PATH = "/api/v1/payments/callbacks";

	/// What the money that has moved goes by; null when a refund does not say it.
	public @Nullable String reference() {
		return REFUNDED.equals(this.type) ? this.refundReference : this.paymentReference;
	}

}
