package dev.cleave.platform.security;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

/// Before long tokens will be signed with this key. Every module keeps it, so that it can verify a token while the module
/// that signs is away.
///
/// @param kid names the key in a token's header
/// @param jwk the public key (RFC 7517)
@Event("auth.SigningKeyPublished.v1")
public record SigningKeyPublished(@Subject String kid, String jwk) implements SigningKeyNews {

}
