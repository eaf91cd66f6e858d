package dev.cleave.reporting.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.cleave.platform.web.Idempotency;
import dev.cleave.platform.web.IdempotencyKey;
import dev.cleave.platform.web.IfMatch;
import dev.cleave.platform.web.Page;
import dev.cleave.platform.web.Paging;
import dev.cleave.platform.web.Problems;
import dev.cleave.platform.web.Versions;
import dev.cleave.reporting.projections.exports.AskingForExports;
import dev.cleave.reporting.projections.exports.AskingForExports.Asking.Taken;
import dev.cleave.reporting.projections.exports.AskingForExports.Asking.TooMany;
import dev.cleave.reporting.projections.exports.ReadingExports;
import jakarta.validation.Valid;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Reports as files, which are made in the background however long they are.
@RestController
@RequestMapping("/api/v1/reports/exports")
class ExportController {

	private static final String COME_BACK_SECONDS = "10";

	private final AskingForExports asking;

	private final ReadingExports reading;

	private final FoundExports found;

	private final Idempotency idempotency;

	private final ReportingSettings settings;

	ExportController(AskingForExports asking, ReadingExports reading, FoundExports found, Idempotency idempotency,
			ReportingSettings settings) {
		this.asking = asking;
		this.reading = reading;
		this.found = found;
		this.idempotency = idempotency;
		this.settings = settings;
	}

	@PostMapping
	ResponseEntity<?> ask(@RequestBody @Valid ExportRequest request, IdempotencyKey key) {
		var faults = request.faults();
		return faults.isEmpty() ? this.idempotency.once(key, request, () -> ask(request)) : Problems.invalid(faults);
	}

	private ResponseEntity<?> ask(ExportRequest request) {
		return switch (this.asking.ask(request.question(this.settings.currency()))) {
			case Taken(var export) ->
				ExportView.answer(ResponseEntity.accepted().location(ExportView.location(export)), export);
			case TooMany(var limit) -> ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
				.header(HttpHeaders.RETRY_AFTER, COME_BACK_SECONDS)
				.body(Problems.detail(HttpStatus.TOO_MANY_REQUESTS, "exports-full",
						"%d exports are not finished yet. Wait for one of them, or delete it.".formatted(limit)));
		};
	}

	/// The youngest first.
	@GetMapping
	Page<ExportView> list(Paging paging) {
		var after = paging.after();
		var exports = this.reading.list((after != null) ? Instant.parse(after.getFirst()) : null,
				(after != null) ? UUID.fromString(after.getLast()) : null, paging.fetchSize());
		return Page.of(exports, paging, export -> List.of(export.createdAt(), export.id())).map(ExportView::of);
	}

	@GetMapping("/{id}")
	ResponseEntity<ExportView> one(@PathVariable String id) {
		return ExportView.answer(ResponseEntity.ok(), this.found.find(id));
	}

	@DeleteMapping("/{id}")
	ResponseEntity<?> remove(@PathVariable String id, IfMatch seen) {
		var export = this.found.find(id);
		Versions.require(seen, export.version());
		return switch (this.asking.remove(export.id(), seen::accepts)) {
			case REMOVED -> ResponseEntity.noContent().build();
			case UNKNOWN -> throw FoundExports.notFound();
			case STALE -> Problems.of(HttpStatus.PRECONDITION_FAILED, "version-stale",
					"The export has got on since. To remove it however far it is, send If-Match: *.");
		};
	}

}
