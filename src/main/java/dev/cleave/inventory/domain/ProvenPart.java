package dev.cleave.inventory.domain;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What came of proving some shelves.
///
/// @param last shelf of this part; null if none follows
record ProvenPart(@Nullable Shelf last, long shelves, long movements, List<Discrepancy> found) {

}
