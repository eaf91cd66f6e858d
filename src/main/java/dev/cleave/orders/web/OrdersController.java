package dev.cleave.orders.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.FindingOrders;
import dev.cleave.orders.domain.OrderQuery;
import dev.cleave.orders.domain.OrderQuery.Position;
import dev.cleave.orders.domain.OrderStatus;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.web.Page;
import dev.cleave.platform.web.Paging;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows orders.
@RestController
@RequestMapping("/api/v1/orders")
class OrdersController {

	private final FindingOrders finding;

	OrdersController(FindingOrders finding) {
		this.finding = finding;
	}

	@GetMapping("/{id}")
	ResponseEntity<?> one(@PathVariable String id, Caller caller) {
		return OrderId.parse(id)
			.flatMap(order -> this.finding.find(order, Readers.of(caller)))
			.<ResponseEntity<?>>map(OrderView::shown)
			.orElseGet(Readers::notFound);
	}

	/// The youngest first.
	@GetMapping
	Page<OrderView> list(@RequestParam(required = false) @Nullable OrderStatus status,
			@RequestParam(required = false) @Nullable @Pattern(regexp = OrderRequest.PRINTABLE,
					message = OrderRequest.NO_CONTROLS) @Size(max = 128) String customer,
			@RequestParam(required = false) @Nullable @Pattern(regexp = OrderRequest.PRINTABLE,
					message = OrderRequest.NO_CONTROLS) @Size(max = 128) String reference,
			@RequestParam(required = false) @Nullable Moment from, @RequestParam(required = false) @Nullable Moment to,
			@RequestParam(defaultValue = "false") boolean refundDue, Paging paging, Caller caller) {
		var query = new OrderQuery(status, customer, reference, (from != null) ? from.at() : null,
				(to != null) ? to.at() : null, refundDue);
		var orders = this.finding.list(query, Readers.of(caller), position(paging.after()), paging.fetchSize());
		return Page.of(orders, paging, order -> List.of(order.placedAt(), order.id())).map(OrderView::withAddress);
	}

	@GetMapping("/{id}/timeline")
	ResponseEntity<?> timeline(@PathVariable String id, Caller caller) {
		return OrderId.parse(id)
			.flatMap(order -> this.finding.timeline(order, Readers.of(caller)))
			.<ResponseEntity<?>>map(steps -> ResponseEntity.ok(TimelineView.of(steps, caller)))
			.orElseGet(Readers::notFound);
	}

	@GetMapping("/states")
	StatesView states() {
		return StatesView.ALL;
	}

	private static @Nullable Position position(@Nullable List<String> after) {
		return (after != null) ? new Position(Instant.parse(after.getFirst()), UUID.fromString(after.getLast())) : null;
	}

}
