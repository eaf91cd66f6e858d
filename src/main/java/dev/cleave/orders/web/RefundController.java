package dev.cleave.orders.web;

import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.Price;
import dev.cleave.orders.domain.Refund.Known;
import dev.cleave.orders.domain.Refund.NothingDue;
import dev.cleave.orders.domain.Refund.ReferenceTaken;
import dev.cleave.orders.domain.Refund.Refunded;
import dev.cleave.orders.domain.Refund.WrongAmount;
import dev.cleave.orders.domain.RefundingOrders;
import dev.cleave.orders.domain.Standstill;
import dev.cleave.orders.domain.Wish;
import dev.cleave.platform.Ids;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.web.Idempotency;
import dev.cleave.platform.web.IdempotencyKey;
import dev.cleave.platform.web.IfMatch;
import dev.cleave.platform.web.MoneyView;
import dev.cleave.platform.web.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Records that money was given back.
@RestController
class RefundController {

	private final RefundingOrders refunding;

	private final Idempotency idempotency;

	RefundController(RefundingOrders refunding, Idempotency idempotency) {
		this.refunding = refunding;
		this.idempotency = idempotency;
	}

	@PostMapping("/api/v1/orders/{id}/refund")
	ResponseEntity<?> refund(@PathVariable String id, @RequestBody(required = false) @Valid @Nullable Request body,
			Caller caller, IdempotencyKey key, IfMatch seen) {
		var order = OrderId.parse(id);
		var request = (body != null) ? body : Request.EVERYTHING;
		return order.isEmpty() ? Readers.notFound() : this.idempotency.once(key, request,
				() -> refund(Moving.wish(order.get(), Readers.ofAll(caller), seen), request));
	}

	private ResponseEntity<?> refund(Wish wish, Request request) {
		var reference = request.reference();
		return switch (this.refunding.refund(wish, reference, request.price())) {
			case Refunded(var order) -> OrderView.ok(order);
			case Known(var order) -> OrderView.ok(order);
			case NothingDue() ->
				Problems.of(HttpStatus.CONFLICT, "nothing-due", "There is nothing to give back for this order.");
			case ReferenceTaken() -> MoneyProblems.taken("refund-reference-taken", reference);
			case WrongAmount(var due) -> MoneyProblems.wrong(due, "This refund gives back");
			case Standstill standstill -> Moving.refused(standstill);
		};
	}

	/// @param refundReference as whoever gave the money back calls the refund; one is
	/// made
	/// up when it is left out
	/// @param amount all that is due; may be left out
	record Request(@Pattern(regexp = OrderRequest.PRINTABLE, message = OrderRequest.NO_CONTROLS) @Size(min = 1,
			max = 128) @Nullable String refundReference, @Valid @Nullable MoneyView amount) {

		private static final Request EVERYTHING = new Request(null, null);

		private String reference() {
			return (this.refundReference != null) ? this.refundReference : Ids.next().toString();
		}

		@Nullable Price price() {
			return (this.amount != null) ? new Price(this.amount.amount(), this.amount.currency()) : null;
		}

	}

}
