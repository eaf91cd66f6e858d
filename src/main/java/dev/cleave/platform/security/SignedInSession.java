package dev.cleave.platform.security;

import java.time.Instant;

/// A place where somebody is signed in.
///
/// @param id names the session to its owner; the cookie can't be made from it
/// @param current whether it is the one that asks
public record SignedInSession(String id, Instant createdAt, Instant lastSeenAt, boolean current) {

}
