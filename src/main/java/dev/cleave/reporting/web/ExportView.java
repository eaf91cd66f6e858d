package dev.cleave.reporting.web;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.cleave.platform.web.Versions;
import dev.cleave.reporting.projections.exports.Export;
import dev.cleave.reporting.projections.exports.Question;
import dev.cleave.reporting.projections.exports.Report;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;

/// An export as callers see it.
///
/// @param progress from 0 to 1
/// @param download where the file is, once it is there
record ExportView(UUID id, String report, Parameters parameters, Export.Status status, long rows, double progress,
		Instant createdAt, @Nullable Instant finishedAt, @Nullable Failure error, @Nullable URI download,
		long version) {

	private static final SortedMap<String, Report> REPORTS = Arrays.stream(Report.values())
		.collect(Collectors.toMap(ExportView::name, Function.identity(), (one, other) -> one, TreeMap::new));

	/// By the names that callers know.
	static SortedMap<String, Report> reports() {
		return REPORTS;
	}

	static ExportView of(Export export) {
		var question = export.question();
		return new ExportView(export.id(), name(question.report()), Parameters.of(question), export.status(),
				export.rows(), export.progress(), export.createdAt(), export.finishedAt(), Failure.of(export.failure()),
				(export.status() == Export.Status.DONE) ? URI.create(location(export) + "/download") : null,
				export.version());
	}

	static ResponseEntity<ExportView> answer(ResponseEntity.BodyBuilder answer, Export export) {
		return answer.eTag(Versions.etag(export.version())).body(of(export));
	}

	static URI location(Export export) {
		return URI.create("/api/v1/reports/exports/" + export.id());
	}

	/// What the file is called where it is kept.
	static String fileName(Export export) {
		return "%s-%s.csv".formatted(name(export.question().report()),
				export.createdAt().toString().substring(0, "2026-01-31".length()));
	}

	private static String name(Report report) {
		return report.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	record Parameters(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String by, @Nullable String currency,
			@Nullable Long below) {

		private static Parameters of(Question question) {
			return new Parameters(question.from(), question.to(), question.by(), question.currency(), question.below());
		}

	}

	record Failure(String code, String detail) {

		private static @Nullable Failure of(@Nullable String code) {
			return (code != null) ? new Failure(code,
					"The report could not be made, however often it was tried; the log of the node says why. Ask for it again, or for fewer days.")
					: null;
		}

	}

}
