package dev.cleave.inventory.domain;

/// A shelf's balance as the database has it, whether it can be so or not.
record ShelfState(Shelf shelf, long onHand, long reserved, long sequence, String head) {

}
