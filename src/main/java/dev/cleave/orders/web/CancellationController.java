package dev.cleave.orders.web;

import java.util.Locale;

import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.Cancellation.Cancelled;
import dev.cleave.orders.domain.Cancellation.Illegal;
import dev.cleave.orders.domain.Cancellation.Stale;
import dev.cleave.orders.domain.Cancellation.StaffOnly;
import dev.cleave.orders.domain.Cancellation.Unknown;
import dev.cleave.orders.domain.CancellingOrders;
import dev.cleave.orders.domain.Reader;
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
import org.springframework.http.ProblemDetail;
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
				() -> cancel(order.get(), request.reason(), Readers.of(caller), seen));
	}

	private ResponseEntity<?> cancel(OrderId id, String reason, Reader who, IfMatch seen) {
		return switch (this.cancelling.cancel(id, who, reason, version -> !seen.isPresent() || seen.accepts(version))) {
			case Cancelled(var order) -> OrderView.ok(order);
			case Unknown() -> Readers.notFound();
			case Stale() -> Problems.of(HttpStatus.PRECONDITION_FAILED, "version-stale",
					"The order was changed since. Read it again.");
			case StaffOnly(var status) -> Problems.of(HttpStatus.FORBIDDEN, "staff-only",
					"An order that is %s is cancelled by staff only.".formatted(status));
			case Illegal illegal -> illegal(illegal);
		};
	}

	private static ResponseEntity<ProblemDetail> illegal(Illegal illegal) {
		var legal = illegal.legal().stream().map(move -> move.name().toLowerCase(Locale.ROOT)).toList();
		var problem = Problems.detail(HttpStatus.CONFLICT, "move-illegal",
				"An order that is %s can't be cancelled.%s".formatted(illegal.status(),
						legal.isEmpty() ? " It is final." : " It can: " + String.join(", ", legal) + "."));
		problem.setProperty("orderStatus", illegal.status());
		problem.setProperty("legalMoves", legal);
		return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
	}

	record Request(@NotBlank @Pattern(regexp = OrderRequest.PRINTABLE,
			message = OrderRequest.NO_CONTROLS) @Size(max = 200) String reason) {

	}

}
