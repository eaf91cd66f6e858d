package dev.cleave.inventory.domain;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/// Shows products to whoever wants to see them.
@Service
public class BrowsingProducts {

	private final Catalogue catalogue;

	BrowsingProducts(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	public Optional<ProductSheet> find(String sku) {
		return this.catalogue.find(sku);
	}

	/// Products by SKU.
	///
	/// @param query words of the name, in any order, of which the last may be just begun,
	/// or the beginning of a SKU; null
	/// for all products
	/// @param after the last SKU already seen; null for none
	public List<ProductSheet> browse(@Nullable String query, @Nullable String after, int limit) {
		return this.catalogue.find(query, (after != null) ? after : "", limit);
	}

}
