package dev.cleave.orders.web;

import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.Payment.Known;
import dev.cleave.orders.domain.Payment.Late;
import dev.cleave.orders.domain.Payment.Paid;
import dev.cleave.orders.domain.Payment.ReferenceTaken;
import dev.cleave.orders.domain.Payment.WrongAmount;
import dev.cleave.orders.domain.PayingOrders;
import dev.cleave.orders.domain.Price;
import dev.cleave.orders.domain.Standstill;
import dev.cleave.orders.domain.Wish;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.web.Idempotency;
import dev.cleave.platform.web.IdempotencyKey;
import dev.cleave.platform.web.IfMatch;
import dev.cleave.platform.web.MoneyView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Records payments, from those who take them.
@RestController
class PaymentController {

	private final PayingOrders paying;

	private final Idempotency idempotency;

	PaymentController(PayingOrders paying, Idempotency idempotency) {
		this.paying = paying;
		this.idempotency = idempotency;
	}

	@PostMapping("/api/v1/orders/{id}/payment")
	ResponseEntity<?> pay(@PathVariable String id, @RequestBody @Valid Request request, Caller caller,
			IdempotencyKey key, IfMatch seen) {
		var order = OrderId.parse(id);
		return order.isEmpty() ? Readers.notFound() : this.idempotency.once(key, request,
				() -> pay(Moving.wish(order.get(), Readers.ofAll(caller), seen), request));
	}

	private ResponseEntity<?> pay(Wish wish, Request request) {
		return switch (this.paying.pay(wish, request.paymentReference(), request.price())) {
			case Paid(var order) -> OrderView.ok(order);
			case Known(var order) -> OrderView.ok(order);
			case Late(var order) -> MoneyProblems.refundDue(order);
			case ReferenceTaken() -> MoneyProblems.taken("payment-reference-taken", request.paymentReference());
			case WrongAmount(var total) -> MoneyProblems.wrong(total, "The order is paid with");
			case Standstill standstill -> Moving.refused(standstill);
		};
	}

	/// @param paymentReference as whoever took the money calls the payment
	/// @param amount the order's total
	record Request(
			@NotBlank @Pattern(regexp = OrderRequest.PRINTABLE,
					message = OrderRequest.NO_CONTROLS) @Size(max = 128) String paymentReference,
			@NotNull @Valid MoneyView amount) {

		Price price() {
			return new Price(this.amount.amount(), this.amount.currency());
		}

	}

}
