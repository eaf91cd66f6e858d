package dev.cleave.inventory.web;

import java.util.regex.Pattern;

import dev.cleave.inventory.domain.ProductSheet;
import dev.cleave.platform.web.IfMatch;
import org.jspecify.annotations.Nullable;

/// The entity tag of a product. What is shown includes what is available, so the tag tells the product's version and the
/// stock's: `"7-120"`. Who changes the product needs to have seen the product's version only, or any sale would get in
/// the way.
final class ProductTag {

	private static final Pattern STOCK = Pattern.compile("(?<=\"\\d{1,19})-\\d{1,19}(?=\")");

	private ProductTag() {
	}

	static String of(ProductSheet product) {
		return "\"%d-%d\"".formatted(product.version(), product.stockVersion());
	}

	static IfMatch productOnly(IfMatch seen) {
		return new IfMatch(withoutStock(seen.header()));
	}

	private static @Nullable String withoutStock(@Nullable String header) {
		return (header != null) ? STOCK.matcher(header).replaceAll("") : null;
	}

}
