package dev.cleave.orders.web;

import java.time.Duration;

import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.Backlog;
import dev.cleave.orders.domain.FindingOrders;
import dev.cleave.orders.domain.Reader;
import dev.cleave.orders.domain.SettlementWatch;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.web.Idempotency;
import dev.cleave.platform.web.IdempotencyKey;
import dev.cleave.platform.web.Permit;
import dev.cleave.platform.web.Prefer;
import dev.cleave.platform.web.ProblemException;
import dev.cleave.platform.web.Problems;
import dev.cleave.platform.web.Versions;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Takes new orders.
@RestController
class PlacementController {

	private final FindingOrders finding;

	private final SettlementWatch watch;

	private final Backlog backlog;

	private final CataloguePosition catalogue;

	private final Placements placements;

	PlacementController(FindingOrders finding, SettlementWatch watch, Backlog backlog, CataloguePosition catalogue,
			Placements placements) {
		this.finding = finding;
		this.watch = watch;
		this.backlog = backlog;
		this.catalogue = catalogue;
		this.placements = placements;
	}

	@PostMapping("/api/v1/orders")
	ResponseEntity<?> place(@RequestBody @Valid OrderRequest request, Caller caller, IdempotencyKey key, Prefer prefer,
			@RequestHeader(name = CataloguePosition.HEADER, required = false) @Nullable String position) {
		var presumptions = request.presumptions(caller);
		if (!presumptions.isEmpty()) {
			return Problems.invalid(presumptions);
		}
		requireRoom();
		Permit.pausing(() -> {
			this.backlog.pause();
			this.catalogue.await(position);
		});
		var answer = this.placements.place(key, request, caller);
		return prefer.waitTime()
			.<ResponseEntity<?>>map(patience -> settled(answer, patience, prefer, Readers.of(caller)))
			.orElse(answer);
	}

	private void requireRoom() {
		if (this.backlog.isFull()) {
			throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "backlog-full",
					"More orders wait to be settled than can be taken. Try again soon.")
				.retryAfter(5)
				.header("Cleave-Outcome", "none");
		}
	}

	/// Waits with nothing in hand, then shows the order as it is.
	private ResponseEntity<?> settled(ResponseEntity<?> answer, Duration patience, Prefer prefer, Reader reader) {
		var location = answer.getHeaders().getLocation();
		if (!answer.getStatusCode().isSameCodeAs(HttpStatus.CREATED) || location == null) {
			return answer;
		}
		var id = OrderId.of(location.getPath().substring(location.getPath().lastIndexOf('/') + 1));
		Permit.leave();
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
