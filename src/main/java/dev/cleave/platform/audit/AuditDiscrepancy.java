package dev.cleave.platform.audit;

import org.jspecify.annotations.Nullable;

/// Something in an audit trail that can't be so, unless somebody meddled with it.
///
/// @param entry concerned; null where it is the chain
/// @param link concerned, by its place in the chain; null where the entry has none
/// @param what is wrong, in words
record AuditDiscrepancy(@Nullable Long entry, @Nullable Long link, String what) {

}
