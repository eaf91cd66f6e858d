package dev.cleave.auth.domain;

import java.time.Instant;

/// Where a machine client stands among all: by its time, then by its id.
public record ClientPlace(Instant createdAt, String clientId) {

}
