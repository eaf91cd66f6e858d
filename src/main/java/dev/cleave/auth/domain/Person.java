package dev.cleave.auth.domain;

import dev.cleave.auth.AccountId;

/// An account, as others may see it.
public record Person(AccountId id, String email, String name, Role role) {

}
