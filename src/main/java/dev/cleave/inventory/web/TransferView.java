package dev.cleave.inventory.web;

import java.time.Instant;

import dev.cleave.inventory.domain.Transfer;
import dev.cleave.inventory.domain.TransferStatus;
import dev.cleave.platform.web.Versions;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;

/// @param quantity units that were sent
/// @param received units that arrived
/// @param discrepancy units that arrived more than were sent; fewer when negative
record TransferView(String id, String sku, String from, String to, TransferStatus status, long quantity,
		@Nullable Long received, @Nullable Long discrepancy, @Nullable String reason, @Nullable String reference,
		@Nullable String receiptReason, Instant sentAt, @Nullable Instant receivedAt, long version) {

	static TransferView of(Transfer transfer) {
		return new TransferView(transfer.id().toString(), transfer.sku(), transfer.from(), transfer.to(),
				transfer.status(), transfer.sent(), transfer.received(), transfer.discrepancy(), transfer.reason(),
				transfer.reference(), transfer.receiptReason(), transfer.sentAt(), transfer.receivedAt(),
				transfer.version());
	}

	static ResponseEntity<?> answer(ResponseEntity.BodyBuilder answer, Transfer transfer) {
		return answer.eTag(Versions.etag(transfer.version())).body(of(transfer));
	}

}
