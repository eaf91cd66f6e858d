package dev.cleave.reporting.web;

import java.util.Optional;
import java.util.UUID;

import dev.cleave.platform.web.ProblemException;
import dev.cleave.reporting.projections.exports.Export;
import dev.cleave.reporting.projections.exports.ReadingExports;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Exports by the ids that callers bring.
@Component
class FoundExports {

	private final ReadingExports reading;

	FoundExports(ReadingExports reading) {
		this.reading = reading;
	}

	/// @throws ProblemException 404 if there is none
	Export find(String id) {
		return parse(id).flatMap(this.reading::find).orElseThrow(FoundExports::notFound);
	}

	static ProblemException notFound() {
		return new ProblemException(HttpStatus.NOT_FOUND, "export-not-found",
				"There is no such export. Finished ones are kept for some days only.");
	}

	private static Optional<UUID> parse(String id) {
		try {
			return Optional.of(UUID.fromString(id));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
