package dev.cleave.inventory.domain;

/// A product as a catalogue file lists it.
///
/// @param openingQuantity units that are there when the product is new; 0 or more
public record CatalogueLine(ProductOffer offer, long openingQuantity) {

}
