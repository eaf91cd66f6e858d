package dev.cleave.inventory.web;

import dev.cleave.inventory.domain.ProductSheet;
import dev.cleave.inventory.domain.ProductStatus;
import dev.cleave.platform.web.MoneyView;
import org.jspecify.annotations.Nullable;

/// @param available units that can be had now
record ProductView(String sku, String name, @Nullable String description, MoneyView price, ProductStatus status,
		long available, long version) {

	static ProductView of(ProductSheet product) {
		return new ProductView(product.sku(), product.name(), product.description(),
				new MoneyView(product.price(), product.currency()), product.status(), product.available(),
				product.version());
	}

}
