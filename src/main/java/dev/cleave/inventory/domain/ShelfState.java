package dev.cleave.inventory.domain;

/// A shelf's balance as the database has it, and what open reservations hold of it.
record ShelfState(Shelf shelf, long onHand, long reserved, long sequence, String head) {

}
