package dev.cleave.auth.domain;

import java.time.Instant;

/// An account, as administrators see it.
///
/// @param version to be named by whoever erases it
public record AccountSheet(Person person, Instant createdAt, long version) {

}
