package dev.cleave.inventory.domain;

/// So many units on a shelf: there, or to be taken from there.
record Units(Shelf shelf, long quantity) {

}
