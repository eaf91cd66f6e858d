package dev.cleave.orders.web;

import java.time.Clock;
import java.time.Duration;

import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.Backlog;
import dev.cleave.orders.domain.FindingOrders;
import dev.cleave.orders.domain.LineFault;
import dev.cleave.orders.domain.PlacedOrder;
import dev.cleave.orders.domain.Placement.Invalid;
import dev.cleave.orders.domain.Placement.Limited;
import dev.cleave.orders.domain.Placement.Placed;
import dev.cleave.orders.domain.Placement.ReferenceTaken;
import dev.cleave.orders.domain.PlacingOrders;
import dev.cleave.orders.domain.Reader;
import dev.cleave.orders.domain.SettlementWatch;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.web.Fault;
import dev.cleave.platform.web.Idempotency;
import dev.cleave.platform.web.IdempotencyKey;
import dev.cleave.platform.web.Prefer;
import dev.cleave.platform.web.ProblemException;
import dev.cleave.platform.web.Problems;
import dev.cleave.platform.web.RequestSlots;
import dev.cleave.platform.web.Versions;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Takes new orders.
@RestController
class PlacementController {

	private final PlacingOrders placing;

	private final FindingOrders finding;

	private final SettlementWatch watch;

	private final Backlog backlog;

	private final CataloguePosition catalogue;

	private final Idempotency idempotency;

	private final RequestSlots slots;

	private final Clock clock;

	PlacementController(PlacingOrders placing, FindingOrders finding, SettlementWatch watch, Backlog backlog,
			CataloguePosition catalogue, Idempotency idempotency, RequestSlots slots, Clock clock) {
		this.placing = placing;
		this.finding = finding;
		this.watch = watch;
		this.backlog = backlog;
		this.catalogue = catalogue;
		this.idempotency = idempotency;
		this.slots = slots;
		this.clock = clock;
	}

	@PostMapping("/api/v1/orders")
	ResponseEntity<?> place(@RequestBody @Valid OrderRequest request, Caller caller, IdempotencyKey key, Prefer prefer,
			@RequestHeader(name = CataloguePosition.HEADER, required = false) @Nullable String position) {
		var presumptions = request.presumptions(caller);
		if (!presumptions.isEmpty()) {
			return Problems.invalid(presumptions);
		}
		makeRoom();
		this.catalogue.await(position);
		var answer = this.idempotency.once(key, request, () -> place(request, caller));
		return prefer.waitTime()
			.<ResponseEntity<?>>map(patience -> settled(answer, patience, prefer, Readers.of(caller)))
			.orElse(answer);
	}

	private void makeRoom() {
		if (this.backlog.isFull()) {
			throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "backlog-full",
					"More orders wait to be settled than can be taken. Try again soon.")
				.retryAfter(5)
				.header("Cleave-Outcome", "none");
		}
		this.slots.pausing(this.backlog::pause);
	}

	private ResponseEntity<?> place(OrderRequest request, Caller caller) {
		return switch (this.placing.place(request.basketOf(caller, this.clock.instant()))) {
			case Placed(var order) -> ResponseEntity.created(OrderView.location(order.id()))
				.eTag(Versions.etag(order.version()))
				.body(OrderView.of(order));
			case ReferenceTaken(var first) -> taken(first, Readers.of(caller));
			case Limited(var code, var detail) -> Problems.of(HttpStatus.CONFLICT, code, detail);
			case Invalid(var faults) -> Problems.invalid(faults.stream().map(PlacementController::fault).toList());
		};
	}

	/// Nobody learns the name of an order that is not theirs.
	private static ResponseEntity<ProblemDetail> taken(PlacedOrder first, Reader reader) {
		var problem = Problems.detail(HttpStatus.CONFLICT, "reference-taken",
				"Another order has the reference %s.".formatted(first.reference()));
		var answer = ResponseEntity.status(HttpStatus.CONFLICT);
		if (reader.seesAll() || reader.id().equals(first.owner())) {
			var location = OrderView.location(first.id());
			problem.setProperty("order", location);
			answer.header(HttpHeaders.LINK, "<%s>; rel=\"related\"".formatted(location));
		}
		return answer.body(problem);
	}

	private static Fault fault(LineFault fault) {
		return new Fault("/lines/%d/%s".formatted(fault.index(), fault.field()), fault.code(), fault.detail());
	}

	/// Waits with nothing in hand, then shows the order as it is.
	private ResponseEntity<?> settled(ResponseEntity<?> answer, Duration patience, Prefer prefer, Reader reader) {
		var location = answer.getHeaders().getLocation();
		if (!answer.getStatusCode().isSameCodeAs(HttpStatus.CREATED) || location == null) {
			return answer;
		}
		var id = OrderId.of(location.getPath().substring(location.getPath().lastIndexOf('/') + 1));
		this.slots.leave();
		this.watch.await(id, patience);
		var order = this.finding.find(id, reader).orElseThrow();
		var settled = ResponseEntity.created(location)
			.eTag(Versions.etag(order.version()))
			.header(Prefer.APPLIED, prefer.applied().orElseThrow());
		if (answer.getHeaders().containsHeader(Idempotency.REPLAYED)) {
			settled.header(Idempotency.REPLAYED, "true");
		}
		return settled.body(OrderView.of(order));
	}

}
