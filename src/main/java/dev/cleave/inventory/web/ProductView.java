package dev.cleave.inventory.web;

import dev.cleave.inventory.domain.ProductSheet;
import dev.cleave.inventory.domain.ProductStatus;
import dev.cleave.platform.web.MoneyView;
import org.jspecify.annotations.Nullable;

/// @param lowStockAt with fewer available units the product counts as low
/// @param available units that can be had now
record ProductView(String sku, String name, @Nullable String description, MoneyView price, ProductStatus status,
		@Nullable Long lowStockAt, long available, long version) {

	static ProductView of(ProductSheet product) {
		return new ProductView(product.sku(), product.name(), product.description(),
				new MoneyView(product.price(), product.currency()), product.status(), product.lowStockAt(),
				product.available(), product.version());
	}

}
