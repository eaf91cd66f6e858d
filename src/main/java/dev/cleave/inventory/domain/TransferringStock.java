package dev.cleave.inventory.domain;

import dev.cleave.inventory.TransferId;
import dev.cleave.inventory.domain.BookingOutcome.Booked;
import dev.cleave.inventory.domain.DispatchOutcome.NotThere;
import dev.cleave.inventory.domain.DispatchOutcome.Sent;
import dev.cleave.inventory.domain.ReceiptOutcome.Received;
import dev.cleave.inventory.domain.ReceiptOutcome.ReceivedBefore;
import dev.cleave.inventory.domain.ReceiptOutcome.TooMany;
import dev.cleave.inventory.domain.ReceiptOutcome.UnknownTransfer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Moves stock between locations in two steps. In between the units belong to no location, and nobody can reserve them.
@Service
public class TransferringStock {

	/// How the reason of a movement begins that takes units off their shelf.
	static final String SENT_TO = "transfer sent to ";

	/// How the reason of the other movement begins.
	static final String RECEIVED_FROM = "transfer received from ";

	/// A miscount may double what was sent; more is a slip of the keyboard.
	private static final long MOST_TIMES = 2;

	private final BookingStock booking;

	private final Transfers transfers;

	TransferringStock(BookingStock booking, Transfers transfers) {
		this.booking = booking;
		this.transfers = transfers;
	}

	/// Takes the units off their shelf, unless they are reserved or not there.
	@Transactional("inventory")
	public DispatchOutcome send(Dispatch dispatch) {
		var id = TransferId.next();
		var outcome = this.booking.adjust(new StockMove(dispatch.sku(), dispatch.from(), -dispatch.quantity(),
				SENT_TO + dispatch.to(), id.toString(), dispatch.actor()));
		if (!(outcome instanceof Booked booked)) {
			return new NotThere(outcome);
		}
		var transfer = new Transfer(id, dispatch.sku(), dispatch.from(), dispatch.to(), dispatch.quantity(), null,
				dispatch.reason(), dispatch.reference(), null, booked.time(), null);
		this.transfers.add(transfer);
		return new Sent(transfer, booked.versionBefore());
	}

	/// Puts what has arrived on its new shelf, however much that is.
	///
	/// @param units from 0, when all was lost, to twice what was sent
	@Transactional("inventory")
	public ReceiptOutcome receive(TransferId id, long units, @Nullable String reason, String actor) {
		var transfer = this.transfers.lock(id).orElse(null);
		if (transfer == null) {
			return new UnknownTransfer();
		}
		if (transfer.status() == TransferStatus.RECEIVED) {
			return new ReceivedBefore(transfer);
		}
		if (units > MOST_TIMES * transfer.sent()) {
			return new TooMany(MOST_TIMES * transfer.sent());
		}
		var outcome = this.booking.adjust(new StockMove(transfer.sku(), transfer.to(), units,
				RECEIVED_FROM + transfer.from(), id.toString(), actor));
		if (!(outcome instanceof Booked booked)) {
			throw new ContradictionException("Transfer %s can't arrive: %s".formatted(id, outcome));
		}
		var received = transfer.received(units, reason, booked.time());
		this.transfers.receive(received);
		return new Received(received);
	}

}
