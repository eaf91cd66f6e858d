package dev.cleave.orders.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import dev.cleave.orders.domain.PastOrder;
import dev.cleave.orders.domain.PastOrders;
import dev.cleave.orders.domain.Taking;
import dev.cleave.platform.audit.AuditTrail;
import dev.cleave.platform.audit.Deed;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.web.ImportLine;
import dev.cleave.platform.web.ImportOutcome;
import dev.cleave.platform.web.ImportReport;
import dev.cleave.platform.web.ImportSlots;
import dev.cleave.platform.web.NdjsonImport;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Takes streams of past orders, one JSON object a line, of any length.
@RestController
class OrderImportController {

	private final ImportSlots slots;

	private final NdjsonImport imports;

	private final PastOrders orders;

	private final CataloguePosition catalogue;

	private final AuditTrail audit;

	OrderImportController(ImportSlots slots, NdjsonImport imports, PastOrders orders, CataloguePosition catalogue,
			AuditTrail audit) {
		this.slots = slots;
		this.imports = imports;
		this.orders = orders;
		this.catalogue = catalogue;
		this.audit = audit;
	}

	@PostMapping("/api/v1/imports/orders")
	ImportReport take(InputStream body, Caller caller,
			@RequestHeader(name = CataloguePosition.HEADER, required = false) @Nullable String position)
			throws IOException {
		var report = this.slots.hold("orders", body, lines -> {
			this.audit.record(Deed.done("orders.import-begun", "orders"));
			this.catalogue.await(position);
			return this.imports.read(lines, PastOrder.class, PastOrders.CHUNK, chunk -> take(chunk, caller.id()));
		});
		this.audit.record(Deed.done("orders.imported", "orders")
			.with("accepted", report.accepted())
			.with("unchanged", report.unchanged())
			.with("refused", report.refusedCount()));
		return report;
	}

	private List<ImportOutcome> take(List<ImportLine<PastOrder>> lines, String owner) {
		return this.orders.take(lines.stream().map(ImportLine::value).toList(), owner)
			.stream()
			.map(OrderImportController::outcome)
			.toList();
	}

	private static ImportOutcome outcome(Taking taking) {
		return switch (taking) {
			case Taking.Taken() -> new ImportOutcome.Accepted();
			case Taking.Known() -> new ImportOutcome.Unchanged();
			case Taking.Refused(var code, var detail) -> new ImportOutcome.Refused(code, detail);
		};
	}

}
