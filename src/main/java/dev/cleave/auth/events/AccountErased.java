package dev.cleave.auth.events;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

/// A person is to be forgotten. Whoever keeps what tells of them under this id erases it; the id itself stays, and is
/// never given to another.
@Event("auth.AccountErased.v1")
public record AccountErased(@Subject String accountId) {

}
