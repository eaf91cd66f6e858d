package dev.cleave.inventory.imports;

import dev.cleave.inventory.Sku;
import dev.cleave.inventory.domain.CatalogueLine;
import dev.cleave.inventory.domain.Locations;
import dev.cleave.inventory.domain.ProductOffer;
import dev.cleave.inventory.domain.ProductStatus;
import dev.cleave.platform.web.MoneyView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A product as a line of a file.
///
/// @param lowStockAt with fewer available units the product counts as low; default never
/// @param quantity units that are there if the product is new; default none
/// @param location where they are; default `main`
record ProductLine(@NotNull @Pattern(regexp = Sku.PATTERN, message = "must be a SKU") String sku,
		@NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cc}*", message = "must be printable") String name,
		@Nullable @Size(max = 10_000) @Pattern(regexp = "[\\P{Cc}\\r\\n\\t]*",
				message = "must be text") String description,
		@NotNull @Valid MoneyView price, @Nullable ProductStatus status,
		@Nullable @Min(1) @Max(1_000_000_000_000L) Long lowStockAt,
		@Nullable @Min(0) @Max(1_000_000_000_000L) Long quantity, @Nullable @Pattern(regexp = Locations.PATTERN,
				message = "must be 1 to 32 small letters, digits and hyphens") String location) {

	CatalogueLine line() {
		return new CatalogueLine(
				new ProductOffer(this.sku, this.name, this.description, this.price.amount(), this.price.currency(),
						(this.status != null) ? this.status : ProductStatus.ACTIVE, this.lowStockAt),
				(this.quantity != null) ? this.quantity : 0, Locations.orMain(this.location));
	}

}
