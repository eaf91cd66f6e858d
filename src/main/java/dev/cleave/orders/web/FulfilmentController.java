package dev.cleave.orders.web;

import java.util.function.Function;

import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.DeliveringOrders;
import dev.cleave.orders.domain.Fulfilment;
import dev.cleave.orders.domain.Fulfilment.Done;
import dev.cleave.orders.domain.Fulfilment.Excessive;
import dev.cleave.orders.domain.Fulfilment.NothingLeft;
import dev.cleave.orders.domain.LineFault;
import dev.cleave.orders.domain.ReturningOrders;
import dev.cleave.orders.domain.ShippingOrders;
import dev.cleave.orders.domain.Standstill;
import dev.cleave.orders.domain.Wish;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.web.Fault;
import dev.cleave.platform.web.Idempotency;
import dev.cleave.platform.web.IdempotencyKey;
import dev.cleave.platform.web.IfMatch;
import dev.cleave.platform.web.Problems;
import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Ships orders, delivers them and takes them back, whole or in part. Without a body it is everything that is left.
@RestController
class FulfilmentController {

	private final ShippingOrders shipping;

	private final DeliveringOrders delivering;

	private final ReturningOrders returning;

	private final Idempotency idempotency;

	FulfilmentController(ShippingOrders shipping, DeliveringOrders delivering, ReturningOrders returning,
			Idempotency idempotency) {
		this.shipping = shipping;
		this.delivering = delivering;
		this.returning = returning;
		this.idempotency = idempotency;
	}

	@PostMapping("/api/v1/orders/{id}/shipment")
	ResponseEntity<?> ship(@PathVariable String id, @RequestBody(required = false) @Valid @Nullable PartsRequest body,
			Caller caller, IdempotencyKey key, IfMatch seen) {
		var request = (body != null) ? body : PartsRequest.EVERYTHING;
		return once(id, request, caller, key, seen, wish -> this.shipping.ship(wish, request.parts()));
	}

	@PostMapping("/api/v1/orders/{id}/delivery")
	ResponseEntity<?> deliver(@PathVariable String id,
			@RequestBody(required = false) @Valid @Nullable PartsRequest body, Caller caller, IdempotencyKey key,
			IfMatch seen) {
		var request = (body != null) ? body : PartsRequest.EVERYTHING;
		return once(id, request, caller, key, seen, wish -> this.delivering.deliver(wish, request.parts()));
	}

	@PostMapping("/api/v1/orders/{id}/return")
	ResponseEntity<?> takeBack(@PathVariable String id,
			@RequestBody(required = false) @Valid @Nullable ReturnRequest body, Caller caller, IdempotencyKey key,
			IfMatch seen) {
		var request = (body != null) ? body : ReturnRequest.EVERYTHING;
		return once(id, request, caller, key, seen,
				wish -> this.returning.takeBack(wish, request.parts(), request.location(), request.reason()));
	}

	private ResponseEntity<?> once(String id, Object request, Caller caller, IdempotencyKey key, IfMatch seen,
			Function<Wish, Fulfilment> move) {
		var order = OrderId.parse(id);
		return order.isEmpty() ? Readers.notFound() : this.idempotency.once(key, request,
				() -> answer(move.apply(Moving.wish(order.get(), Readers.ofAll(caller), seen))));
	}

	private static ResponseEntity<?> answer(Fulfilment fulfilment) {
		return switch (fulfilment) {
			case Done(var order) -> OrderView.ok(order);
			case Excessive(var faults) -> Problems.invalid(faults.stream().map(FulfilmentController::fault).toList());
			case NothingLeft() -> Problems.of(HttpStatus.CONFLICT, "nothing-left",
					"Nothing of the order has come so far that this could be done with it now.");
			case Standstill standstill -> Moving.refused(standstill);
		};
	}

	private static Fault fault(LineFault fault) {
		return new Fault("/lines/%d/%s".formatted(fault.index(), fault.field()), fault.code(), fault.detail());
	}

}
