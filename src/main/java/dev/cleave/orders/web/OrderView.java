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

/// An order as callers see it.
record OrderView(String id, @Nullable String reference, @Nullable String customer, OrderStatus status,
		PaymentTerms paymentTerms, @Nullable Rejection rejection, List<Line> lines, MoneyView total,
		@Nullable String country, @JsonRawValue @Nullable String shipTo, Instant placedAt, long version) {

	static OrderView of(PlacedOrder order) {
		return new OrderView(order.id().toString(), order.reference(), order.customer(), order.status(), order.terms(),
				order.rejection(),
				order.lines()
					.stream()
					.map(line -> new Line(line.sku(), line.name(), line.quantity(),
							new MoneyView(line.unitPrice(), order.currency()),
							new MoneyView(line.total(), order.currency())))
					.toList(),
				new MoneyView(order.total(), order.currency()), order.country(), order.shipTo(), order.placedAt(),
				order.version());
	}

	static ResponseEntity<OrderView> ok(PlacedOrder order) {
		return ResponseEntity.ok().eTag(Versions.etag(order.version())).body(of(order));
	}

	static URI location(OrderId id) {
		return URI.create("/api/v1/orders/" + id);
	}

	record Line(String sku, String name, long quantity, MoneyView unitPrice, MoneyView total) {

	}

}
