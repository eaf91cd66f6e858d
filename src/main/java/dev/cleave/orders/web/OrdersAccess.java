package dev.cleave.orders.web;

import dev.cleave.orders.payments.PaymentCallback;
import dev.cleave.platform.security.AccessRules;
import dev.cleave.platform.security.Routes;
import dev.cleave.platform.web.Urgency;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class OrdersAccess implements AccessRules {

	@Override
	public void declare(Routes rules) {
		rules.open(HttpMethod.GET, "/api/v1/orders/states");
		rules.anyCaller(HttpMethod.GET, "/api/v1/orders", "/api/v1/orders/*", "/api/v1/orders/*/timeline");
		rules.anyCaller(HttpMethod.POST, "/api/v1/orders", "/api/v1/orders/*/cancellation",
				"/api/v1/orders/*/checkout");
		rules.open(HttpMethod.POST, PaymentCallback.PATH);
		rules.scope("payments:write", HttpMethod.POST, "/api/v1/orders/*/payment");
		rules.scope("orders:write", HttpMethod.POST, "/api/v1/orders/*/shipment", "/api/v1/orders/*/delivery",
				"/api/v1/orders/*/return", "/api/v1/orders/*/refund");
		rules.withFreshProof(HttpMethod.POST, "/api/v1/orders/*/refund");
		rules.scope("orders:import", HttpMethod.POST, "/api/v1/imports/orders");
		rules.urgency(Urgency.CRITICAL, HttpMethod.POST, PaymentCallback.PATH, "/api/v1/orders/*/payment");
		rules.urgency(Urgency.HIGH, HttpMethod.POST, "/api/v1/orders", "/api/v1/orders/*/cancellation",
				"/api/v1/orders/*/checkout");
		rules.urgency(Urgency.LOW, HttpMethod.POST, "/api/v1/imports/orders");
	}

}
