package dev.cleave.inventory.domain;

/// A reservation that stands in the way of an adjustment, and how many units of the product it holds.
public record Concerned(String reference, long quantity) {

}
