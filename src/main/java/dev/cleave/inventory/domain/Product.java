package dev.cleave.inventory.domain;

import java.util.Objects;

import dev.cleave.inventory.events.ProductChanged;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Persistable;

/// Something the shop sells. The first version is 1, and each change makes the next: that many [ProductChanged] there are.
@Entity
class Product implements Persistable<String> {

	@Id
	private String sku;

	private String name;

	private @Nullable String description;

	private long price;

	private String currency;

	@Enumerated(EnumType.STRING)
	private ProductStatus status;

	private @Nullable Long lowStockAt;

	@Version
	private long version = 1;

	@Transient
	private boolean stored;

	Product(ProductOffer offer) {
		this.sku = offer.sku();
		this.name = offer.name();
		this.description = offer.description();
		this.price = offer.price();
		this.currency = offer.currency();
		this.status = offer.status();
		this.lowStockAt = offer.lowStockAt();
	}

	@SuppressWarnings("NullAway.Init")
	protected Product() {
	}

	/// Becomes what is offered; false when it is that already.
	boolean become(ProductOffer offer) {
		if (isOfferedAs(offer)) {
			return false;
		}
		this.name = offer.name();
		this.description = offer.description();
		this.price = offer.price();
		this.currency = offer.currency();
		this.status = offer.status();
		this.lowStockAt = offer.lowStockAt();
		return true;
	}

	private boolean isOfferedAs(ProductOffer offer) {
		return this.name.equals(offer.name()) && Objects.equals(this.description, offer.description())
				&& this.price == offer.price() && this.currency.equals(offer.currency())
				&& this.status == offer.status() && Objects.equals(this.lowStockAt, offer.lowStockAt());
	}

	long version() {
		return this.version;
	}

	ProductChanged changed() {
		return new ProductChanged(this.sku, this.name, this.price, this.currency, this.status == ProductStatus.ACTIVE,
				this.version);
	}

	@Override
	public String getId() {
		return this.sku;
	}

	@Override
	public boolean isNew() {
		return !this.stored;
	}

	@PostLoad
	@PostPersist
	void isStored() {
		this.stored = true;
	}

}
