package dev.cleave.reporting.web;

import java.nio.charset.StandardCharsets;

import dev.cleave.platform.web.Permit;
import dev.cleave.platform.web.ProblemException;
import dev.cleave.reporting.projections.exports.Export;
import dev.cleave.reporting.projections.exports.ReadingExports;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Hands out finished exports.
@RestController
class DownloadController {

	private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

	private final FoundExports found;

	private final ReadingExports reading;

	DownloadController(FoundExports found, ReadingExports reading) {
		this.found = found;
		this.reading = reading;
	}

	/// The length is told before: who receives less knows that something went wrong. Who
	/// receives slowly takes nobody's place.
	@GetMapping(path = "/api/v1/reports/exports/{id}/download", produces = "text/csv")
	ResponseEntity<Resource> download(@PathVariable String id) {
		var export = this.found.find(id);
		if (export.status() != Export.Status.DONE) {
			throw new ProblemException(HttpStatus.CONFLICT, "export-unfinished",
					"The export is %s. Its file is there when it is DONE.".formatted(export.status()));
		}
		Permit.leave();
		return ResponseEntity.ok()
			.contentType(CSV)
			.contentLength(export.size())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(ExportView.fileName(export)).build().toString())
			.body(new InputStreamResource(this.reading.content(export)));
	}

}
