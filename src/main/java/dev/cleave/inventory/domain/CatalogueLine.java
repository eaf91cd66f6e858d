package dev.cleave.inventory.domain;

/// A product as a catalogue file lists it.
///
/// @param openingQuantity units that are there when the product is new; 0 or more
/// @param location where they are
public record CatalogueLine(ProductOffer offer, long openingQuantity, String location) {

	public CatalogueLine(ProductOffer offer, long openingQuantity) {
		this(offer, openingQuantity, Locations.MAIN);
	}

	Shelf shelf() {
		return new Shelf(this.offer.sku(), this.location);
	}

}
