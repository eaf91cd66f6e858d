package dev.cleave.orders.payments;

import org.jspecify.annotations.Nullable;

/// A callback as it came over the wire, with the headers of the Standard Webhooks specification.
///
/// @param id the same in every repetition
/// @param timestamp of this attempt, in seconds since 1970
/// @param signatures one or more, with blanks between them
public record Webhook(@Nullable String id, @Nullable String timestamp, @Nullable String signatures, byte[] body) {

	public static final String ID = "webhook-id";

	public static final String TIMESTAMP = "webhook-timestamp";

	public static final String SIGNATURE = "webhook-signature";

}
