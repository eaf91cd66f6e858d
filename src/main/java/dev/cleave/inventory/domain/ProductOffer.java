package dev.cleave.inventory.domain;

import org.jspecify.annotations.Nullable;

/// All that is said about a product when it is put into the catalogue.
///
/// @param price of one unit, in minor units of the currency
/// @param currency ISO 4217 code
/// @param lowStockAt with fewer available units the product counts as low; null when it never does
public record ProductOffer(String sku, String name, @Nullable String description, long price, String currency,
		ProductStatus status, @Nullable Long lowStockAt) {

}
