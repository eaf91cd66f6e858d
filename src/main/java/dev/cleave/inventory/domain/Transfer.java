package dev.cleave.inventory.domain;

import java.time.Instant;

import dev.cleave.inventory.TransferId;
import org.jspecify.annotations.Nullable;

/// Units of a product on their way from one location to another, or arrived there.
///
/// @param sent units that left
/// @param received units that arrived, which may be fewer or more; null while they are under way
/// @param reference what the sender calls the occasion
/// @param sentAt by the database's clock, as in the ledger
public record Transfer(TransferId id, String sku, String from, String to, long sent, @Nullable Long received,
		@Nullable String reason, @Nullable String reference, @Nullable String receiptReason, Instant sentAt,
		@Nullable Instant receivedAt) {

	public TransferStatus status() {
		return (this.received == null) ? TransferStatus.SENT : TransferStatus.RECEIVED;
	}

	/// Units that turned up on the way, or got lost when negative; null while they are
	/// under way.
	public @Nullable Long discrepancy() {
		return (this.received == null) ? null : this.received - this.sent;
	}

	/// Counts what happened to it.
	public long version() {
		return (this.received == null) ? 1 : 2;
	}

	Transfer received(long units, @Nullable String why, Instant now) {
		return new Transfer(this.id, this.sku, this.from, this.to, this.sent, units, this.reason, this.reference, why,
				this.sentAt, now);
	}

}
