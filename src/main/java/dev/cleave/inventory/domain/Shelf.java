package dev.cleave.inventory.domain;

/// Where a product is kept: one SKU at one location. Stock is counted, and locked, by the shelf.
record Shelf(String sku, String location) {

}
