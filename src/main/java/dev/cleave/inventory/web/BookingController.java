package dev.cleave.inventory.web;

import java.util.List;

import dev.cleave.inventory.domain.BookingOutcome;
import dev.cleave.inventory.domain.BookingOutcome.Booked;
import dev.cleave.inventory.domain.BookingStock;
import dev.cleave.platform.audit.AuditTrail;
import dev.cleave.platform.audit.Deed;
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

@RestController
@RequestMapping("/api/v1/stock/{sku}")
class BookingController {

	private final BookingStock booking;

	private final Idempotency idempotency;

	private final AuditTrail audit;

	BookingController(BookingStock booking, Idempotency idempotency, AuditTrail audit) {
		this.booking = booking;
		this.idempotency = idempotency;
		this.audit = audit;
	}

	@PostMapping("/receipts")
	ResponseEntity<?> receive(@PathVariable String sku, @RequestBody @Valid ReceiptRequest request, IdempotencyKey key,
			IfMatch seen, Caller caller) {
		return this.idempotency.once(key, request,
				() -> answer(this.booking.receive(request.of(sku, caller.id())), seen));
	}

	@PostMapping("/adjustments")
	ResponseEntity<?> adjust(@PathVariable String sku, @RequestBody @Valid AdjustmentRequest request,
			IdempotencyKey key, IfMatch seen, Caller caller) {
		if (request.quantity() == 0) {
			return Problems.invalid(List.of(new Fault("/quantity", "not-zero", "must not be 0")));
		}
		if (request.isForced() && !caller.isStaff()) {
			this.audit.refused(Deed.refused("stock.adjusted", "sku:" + sku).because("force-needs-staff"));
			return Problems.of(HttpStatus.FORBIDDEN, "force-needs-staff", "Only staff may revoke reservations.");
		}
		return this.idempotency.once(key, request, () -> {
			var move = request.of(sku, caller.id());
			return answer(request.isForced() ? this.booking.adjustByForce(move) : this.booking.adjust(move), seen);
		});
	}

	/// A stale version ends in an exception, which takes the movement back.
	private static ResponseEntity<?> answer(BookingOutcome outcome, IfMatch seen) {
		if (outcome instanceof Booked booked) {
			Versions.honour(seen, booked.versionBefore());
			return ResponseEntity.ok()
				.eTag(Versions.etag(booked.figures().version()))
				.body(StockView.of(booked.figures()));
		}
		return Unbooked.answer(outcome);
	}

}
