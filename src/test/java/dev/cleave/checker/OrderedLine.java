package dev.cleave.checker;

/// So many of one SKU, as somebody ordered them.
public record OrderedLine(String sku, long quantity) {

}
