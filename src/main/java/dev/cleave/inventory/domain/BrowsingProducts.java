package dev.cleave.inventory.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.cleave.platform.persistence.Batcher;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/// Shows products to whoever wants to see them, as they are now. Products that are asked for at the same moment are read
/// by one statement.
@Service
public class BrowsingProducts implements AutoCloseable {

	private static final int MOST_AT_ONCE = 100;

	private final Catalogue catalogue;

	private final Batcher<String, Optional<ProductSheet>> batcher;

	BrowsingProducts(Catalogue catalogue) {
		this.catalogue = catalogue;
		this.batcher = new Batcher<>("inventory-products", Duration.ZERO, sku -> 1, MOST_AT_ONCE, this::findTogether,
				catalogue::find);
	}

	public Optional<ProductSheet> find(String sku) {
		return this.batcher.submit(sku);
	}

	private List<Optional<Optional<ProductSheet>>> findTogether(List<String> skus) {
		var found = this.catalogue.find(Set.copyOf(skus));
		return skus.stream().map(sku -> Optional.of(Optional.ofNullable(found.get(sku)))).toList();
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

	@Override
	public void close() {
		this.batcher.close();
	}

}
