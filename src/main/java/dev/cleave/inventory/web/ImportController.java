package dev.cleave.inventory.web;

import java.io.IOException;
import java.io.InputStream;

import dev.cleave.inventory.imports.ProductImport;
import dev.cleave.platform.audit.AuditTrail;
import dev.cleave.platform.audit.Deed;
import dev.cleave.platform.messaging.LogPositions;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.web.ImportReport;
import dev.cleave.platform.web.ImportSlots;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/imports/products")
class ImportController {

	private final ImportSlots slots;

	private final ProductImport products;

	private final LogPositions positions;

	private final AuditTrail audit;

	ImportController(ImportSlots slots, ProductImport products, LogPositions positions, AuditTrail audit) {
		this.slots = slots;
		this.products = products;
		this.positions = positions;
		this.audit = audit;
	}

	@PostMapping(consumes = { "application/x-ndjson", "application/ndjson", MediaType.APPLICATION_JSON_VALUE,
			MediaType.TEXT_PLAIN_VALUE })
	ResponseEntity<ImportReport> ndjson(InputStream body, Caller caller) throws IOException {
		return answer(this.slots.hold("inventory", body, lines -> this.products.ndjson(begun(lines), caller.id())));
	}

	@PostMapping(consumes = "text/csv")
	ResponseEntity<ImportReport> csv(InputStream body, Caller caller) throws IOException {
		return answer(this.slots.hold("inventory", body, lines -> this.products.csv(begun(lines), caller.id())));
	}

	/// Who begins and goes away has changed something, too.
	private <T> T begun(T lines) {
		this.audit.record(Deed.done("products.import-begun", "products"));
		return lines;
	}

	private ResponseEntity<ImportReport> answer(ImportReport report) {
		this.audit.record(Deed.done("products.imported", "products")
			.with("accepted", report.accepted())
			.with("unchanged", report.unchanged())
			.with("refused", report.refusedCount()));
		var answer = ResponseEntity.ok();
		this.positions.after("inventory").ifPresent(position -> answer.header(ProductController.POSITION, position));
		return answer.body(report);
	}

}
