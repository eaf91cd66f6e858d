package dev.cleave.inventory.web;

import java.net.URI;
import java.util.List;

import dev.cleave.inventory.TransferId;
import dev.cleave.inventory.domain.DispatchOutcome;
import dev.cleave.inventory.domain.DispatchOutcome.NotThere;
import dev.cleave.inventory.domain.DispatchOutcome.Sent;
import dev.cleave.inventory.domain.ReceiptOutcome;
import dev.cleave.inventory.domain.ReceiptOutcome.Received;
import dev.cleave.inventory.domain.ReceiptOutcome.ReceivedBefore;
import dev.cleave.inventory.domain.ReceiptOutcome.TooMany;
import dev.cleave.inventory.domain.ReceiptOutcome.UnknownTransfer;
import dev.cleave.inventory.domain.TransferringStock;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.web.Fault;
import dev.cleave.platform.web.Idempotency;
import dev.cleave.platform.web.IdempotencyKey;
import dev.cleave.platform.web.IfMatch;
import dev.cleave.platform.web.Problems;
import dev.cleave.platform.web.Versions;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Sends stock from one location to another and receives it there.
@RestController
@RequestMapping("/api/v1/stock")
class TransferController {

	private final TransferringStock transferring;

	private final Idempotency idempotency;

	TransferController(TransferringStock transferring, Idempotency idempotency) {
		this.transferring = transferring;
		this.idempotency = idempotency;
	}

	@PostMapping("/{sku}/transfers")
	ResponseEntity<?> send(@PathVariable String sku, @RequestBody @Valid TransferRequest request, IdempotencyKey key,
			IfMatch seen, Caller caller) {
		if (request.from().equals(request.to())) {
			return Problems.invalid(List.of(new Fault("/to", "not-elsewhere", "must be another location than 'from'")));
		}
		return this.idempotency.once(key, request,
				() -> answer(this.transferring.send(request.of(sku, caller.id())), seen));
	}

	@PostMapping("/transfers/{id}/receipt")
	ResponseEntity<?> receive(@PathVariable String id, @RequestBody @Valid ArrivalRequest request, IdempotencyKey key,
			IfMatch seen, Caller caller) {
		var transfer = TransferId.parse(id);
		return transfer.isEmpty() ? notFound()
				: this.idempotency.once(key, request, () -> answer(
						this.transferring.receive(transfer.get(), request.quantity(), request.reason(), caller.id()),
						seen));
	}

	private static ResponseEntity<?> answer(DispatchOutcome outcome, IfMatch seen) {
		return switch (outcome) {
			case Sent(var transfer, var versionBefore) -> {
				Versions.honour(seen, versionBefore);
				yield TransferView
					.answer(ResponseEntity.created(URI.create("/api/v1/stock/transfers/" + transfer.id())), transfer);
			}
			case NotThere(var why) -> Unbooked.answer(why);
		};
	}

	private static ResponseEntity<?> answer(ReceiptOutcome outcome, IfMatch seen) {
		return switch (outcome) {
			case Received(var transfer) -> {
				Versions.honour(seen, transfer.version() - 1);
				yield TransferView.answer(ResponseEntity.ok(), transfer);
			}
			case UnknownTransfer() -> notFound();
			case ReceivedBefore(var transfer) -> Problems.of(HttpStatus.CONFLICT, "transfer-received",
					"%d units of this transfer were received at %s. Adjust the stock there if that was wrong."
						.formatted(transfer.received(), transfer.receivedAt()));
			case TooMany(var most) -> Problems.invalid(List
				.of(new Fault("/quantity", "too-many", "must be at most %d, twice what was sent".formatted(most))));
		};
	}

	static ResponseEntity<?> notFound() {
		return Problems.notFound("There is no such transfer.");
	}

}
