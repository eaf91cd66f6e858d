package dev.cleave.inventory.domain;

/// One entry of the ledger.
///
/// @param quantity how many units; negative only for an adjustment
/// @param after the shelf's balance with this movement
record Movement(Shelf shelf, MovementType type, long quantity, Balance after, Voucher voucher) {

}
