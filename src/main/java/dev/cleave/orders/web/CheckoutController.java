package dev.cleave.orders.web;

import java.net.URI;

import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.CheckingOut;
import dev.cleave.orders.domain.Checkout.Asked;
import dev.cleave.orders.domain.Checkout.NoProvider;
import dev.cleave.orders.domain.Checkout.ProviderAway;
import dev.cleave.orders.domain.PaymentRequest;
import dev.cleave.orders.domain.PlacedOrder;
import dev.cleave.orders.domain.Standstill;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.web.Idempotency;
import dev.cleave.platform.web.IdempotencyKey;
import dev.cleave.platform.web.MoneyView;
import dev.cleave.platform.web.ProblemException;
import dev.cleave.platform.web.Problems;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Sends buyers to the payment provider.
@RestController
class CheckoutController {

	private static final String NO_BODY = "";

	private final CheckingOut checkingOut;

	private final Idempotency idempotency;

	CheckoutController(CheckingOut checkingOut, Idempotency idempotency) {
		this.checkingOut = checkingOut;
		this.idempotency = idempotency;
	}

	/// The provider is asked before anything is written down, so that no transaction
	/// waits for it. It knows the order, so a repeat that comes in between asks for
	/// the same payment.
	@PostMapping("/api/v1/orders/{id}/checkout")
	ResponseEntity<?> checkOut(@PathVariable String id, Caller caller, IdempotencyKey key) {
		var order = OrderId.parse(id);
		if (order.isEmpty()) {
			return Readers.notFound();
		}
		var earlier = this.idempotency.earlier(key, NO_BODY);
		return earlier.isPresent() ? earlier.get() : checkOut(order.get(), caller, key);
	}

	private ResponseEntity<?> checkOut(OrderId id, Caller caller, IdempotencyKey key) {
		return switch (this.checkingOut.checkOut(id, Readers.of(caller))) {
			case Asked(var order, var payment) ->
				this.idempotency.once(key, NO_BODY, () -> ResponseEntity.accepted().body(View.of(order, payment)));
			case NoProvider() -> Problems.of(HttpStatus.NOT_IMPLEMENTED, "no-payment-provider",
					"This shop has no payment provider. On one's own machine, set cleave.payments.simulator=true.");
			case ProviderAway() -> throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "payment-provider-away",
					"The payment provider can't be reached. Try again soon.")
				.retryAfter(5)
				.header("Cleave-Outcome", "none");
			case Standstill standstill -> Moving.refused(standstill);
		};
	}

	/// @param url where the buyer pays, if it is up to the buyer
	record View(String orderId, String paymentReference, MoneyView amount, @Nullable URI url) {

		static View of(PlacedOrder order, PaymentRequest payment) {
			return new View(order.id().toString(), payment.reference(), new MoneyView(order.total(), order.currency()),
					payment.page());
		}

	}

}
