package dev.cleave.inventory.web;

import dev.cleave.platform.security.AccessRules;
import dev.cleave.platform.security.Routes;
import dev.cleave.platform.web.Urgency;

import org.springframework.stereotype.Component;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

@Component
class InventoryAccess implements AccessRules {

	private static final String CATALOGUE = "catalogue:write";

	private static final String STOCK = "stock:write";

	@Override
	public void declare(Routes rules) {
		rules.open(GET, "/api/v1/products", "/api/v1/products/{sku}")
			.scope(CATALOGUE, PUT, "/api/v1/products/{sku}")
			.scope(CATALOGUE, POST, "/api/v1/imports/products")
			.scope(STOCK, POST, "/api/v1/stock/{sku}/receipts", "/api/v1/stock/{sku}/adjustments",
					"/api/v1/stock/{sku}/transfers", "/api/v1/stock/transfers/{id}/receipt")
			.scope(STOCK, GET, "/api/v1/stock/{sku}", "/api/v1/stock/{sku}/movements", "/api/v1/stock/{sku}/explain",
					"/api/v1/stock/transfers", "/api/v1/stock/transfers/{id}")
			.withFreshProof(POST, "/api/v1/stock/{sku}/adjustments")
			.urgency(Urgency.LOW, GET, "/api/v1/products")
			.urgency(Urgency.LOW, POST, "/api/v1/imports/products")
			.openOperation("ledger");
	}

}
