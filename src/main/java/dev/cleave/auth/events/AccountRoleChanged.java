package dev.cleave.auth.events;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

/// A person is something else in the shop from now on.
///
/// @param role `CUSTOMER`, `STAFF` or `ADMIN`
@Event("auth.AccountRoleChanged.v1")
public record AccountRoleChanged(@Subject String accountId, String role) {

}
