package dev.cleave.inventory.domain;

import org.jspecify.annotations.Nullable;

/// How much there is of a product over all locations, and what counts as little.
///
/// @param lowAt with fewer available units it is low; null when it never is
/// @param version number of movements; -1 for a level that nobody was told
record Level(String sku, long onHand, long reserved, @Nullable Long lowAt, long version) {

	long available() {
		return this.onHand - this.reserved;
	}

	boolean isLow() {
		return this.lowAt != null && available() < this.lowAt;
	}

}
