package dev.cleave.inventory.domain;

import org.jspecify.annotations.Nullable;

/// A product as it is shown: what it is, what it costs and how much of it can be had.
///
/// @param lowStockAt with fewer available units the product counts as low
/// @param available units over all locations that nobody has reserved
/// @param version of the product, apart from its stock
/// @param stockVersion rises with every movement of its stock
public record ProductSheet(String sku, String name, @Nullable String description, long price, String currency,
		ProductStatus status, @Nullable Long lowStockAt, long available, long version, long stockVersion) {

}
