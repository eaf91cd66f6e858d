package dev.cleave.platform.security;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

/// The last token that was signed with this key has expired, or the key has leaked: nobody trusts it any more.
///
/// @param kid names the key in a token's header
@Event("auth.SigningKeyRetired.v1")
public record SigningKeyRetired(@Subject String kid) implements SigningKeyNews {

}
