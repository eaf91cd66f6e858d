package dev.cleave.orders.web;

import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.Cancellation.Cancelled;
import dev.cleave.orders.domain.Cancellation.StaffOnly;
import dev.cleave.orders.domain.CancellingOrders;
import dev.cleave.orders.domain.Standstill;
import dev.cleave.orders.domain.Wish;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.web.Idempotency;
import dev.cleave.platform.web.IdempotencyKey;
import dev.cleave.platform.web.IfMatch;
import dev.cleave.platform.web.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Calls orders off.
@RestController
class CancellationController {

	private final CancellingOrders cancelling;

	private final Idempotency idempotency;

	CancellationController(CancellingOrders cancelling, Idempotency idempotency) {
		this.cancelling = cancelling;
		this.idempotency = idempotency;
	}

	@PostMapping("/api/v1/orders/{id}/cancellation")
	ResponseEntity<?> cancel(@PathVariable String id, @RequestBody @Valid Request request, Caller caller,
			IdempotencyKey key, IfMatch seen) {
		var order = OrderId.parse(id);
		return order.isEmpty() ? Readers.notFound() : this.idempotency.once(key, request,
				() -> cancel(Moving.wish(order.get(), Readers.of(caller), seen), request.reason()));
	}

	private ResponseEntity<?> cancel(Wish wish, String reason) {
		return switch (this.cancelling.cancel(wish, reason)) {
			case Cancelled(var order) -> OrderView.ok(order);
			case StaffOnly(var status) -> Problems.of(HttpStatus.FORBIDDEN, "staff-only",
					"An order that is %s is cancelled by staff only.".formatted(status));
			case Standstill standstill -> Moving.refused(standstill);
		};
	}

	record Request(@NotBlank @Pattern(regexp = OrderRequest.PRINTABLE,
			message = OrderRequest.NO_CONTROLS) @Size(max = 200) String reason) {

	}

}
