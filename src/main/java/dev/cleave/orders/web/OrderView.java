package dev.cleave.orders.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.OrderStatus;
import dev.cleave.orders.domain.PaymentTerms;
import dev.cleave.orders.domain.PlacedOrder;
import dev.cleave.orders.domain.Rejection;
import dev.cleave.platform.web.MoneyView;
import dev.cleave.platform.web.Versions;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;

/// An order as callers see it. The address is shown to whoever looks at the order; the answers to POSTs leave it out, as
/// they are kept for repeats and it must stand in one place only, where it can be erased.
///
/// @param refundDue what must be given back, if anything
record OrderView(String id, @Nullable String reference, @Nullable String customer, OrderStatus status,
		PaymentTerms paymentTerms, @Nullable Rejection rejection, List<Line> lines, MoneyView total,
		@Nullable MoneyView refundDue, @Nullable String country, @JsonRawValue @Nullable String shipTo,
		Instant placedAt, long version) {

	static OrderView of(PlacedOrder order) {
		return of(order, null);
	}

	static OrderView withAddress(PlacedOrder order) {
		return of(order, order.shipTo());
	}

	private static OrderView of(PlacedOrder order, @Nullable String shipTo) {
		return new OrderView(order.id().toString(), order.reference(), order.customer(), order.status(), order.terms(),
				order.rejection(),
				order.lines()
					.stream()
					.map(line -> new Line(line.line(), line.sku(), line.name(), line.quantity(),
							new MoneyView(line.unitPrice(), order.currency()),
							new MoneyView(line.total(), order.currency()), ifAny(line.shipped()),
							ifAny(line.delivered()), ifAny(line.returned())))
					.toList(),
				new MoneyView(order.total(), order.currency()),
				(order.refundDue() > 0) ? new MoneyView(order.refundDue(), order.currency()) : null, order.country(),
				shipTo, order.placedAt(), order.version());
	}

	static ResponseEntity<OrderView> shown(PlacedOrder order) {
		return ResponseEntity.ok().eTag(Versions.etag(order.version())).body(withAddress(order));
	}

	static ResponseEntity<OrderView> ok(PlacedOrder order) {
		return ResponseEntity.ok().eTag(Versions.etag(order.version())).body(of(order));
	}

	static URI location(OrderId id) {
		return URI.create("/api/v1/orders/" + id);
	}

	private static @Nullable Long ifAny(long units) {
		return (units > 0) ? units : null;
	}

	/// @param line counted from 1
	/// @param shipped units that have left, if any
	/// @param delivered units of those that have arrived, if any
	/// @param returned units of those that have come back, if any
	record Line(int line, String sku, String name, long quantity, MoneyView unitPrice, MoneyView total,
			@Nullable Long shipped, @Nullable Long delivered, @Nullable Long returned) {

	}

}
