package dev.cleave.inventory.web;

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

/// All there is to say about a product; what is left out is not so.
///
/// @param lowStockAt with fewer available units the product counts as low; default never
record ProductRequest(
		@NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cc}*", message = "must be printable") String name,
		@Nullable @Size(max = 10_000) @Pattern(regexp = "[\\P{Cc}\\r\\n\\t]*",
				message = "must be text") String description,
		@NotNull @Valid MoneyView price, @Nullable ProductStatus status,
		@Nullable @Min(1) @Max(1_000_000_000_000L) Long lowStockAt) {

	ProductOffer of(String sku) {
		return new ProductOffer(sku, this.name, this.description, this.price.amount(), this.price.currency(),
				(this.status != null) ? this.status : ProductStatus.ACTIVE, this.lowStockAt);
	}

}
