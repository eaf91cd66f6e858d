package dev.cleave.inventory.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.cleave.inventory.TransferId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/// Tells what is on its way between locations, and what became of it.
@Service
public class FindingTransfers {

	private final Transfers transfers;

	FindingTransfers(Transfers transfers) {
		this.transfers = transfers;
	}

	public Optional<Transfer> find(TransferId id) {
		return this.transfers.find(id);
	}

	/// The youngest first.
	///
	/// @param status null for all
	/// @param sku null for all
	/// @param after the last one seen; null at first
	public List<Transfer> list(@Nullable TransferStatus status, @Nullable String sku, @Nullable Position after,
			int limit) {
		return this.transfers.list(status, sku, after, limit);
	}

	/// Where a transfer stands in the list.
	public record Position(Instant sentAt, TransferId id) {

	}

}
