package dev.cleave.platform.web;

import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// Says where JSON can't be read, without Jackson's own words: they name classes.
final class JsonFaults {

	private JsonFaults() {
	}

	static ResponseEntity<ProblemDetail> answer(JacksonException failure) {
		var fault = of(failure);
		if (failure instanceof ValueInstantiationException) {
			return Problems.invalid(List.of(fault));
		}
		var location = failure.getLocation();
		var detail = (location == null || location.getLineNr() < 1) ? "The JSON can't be read."
				: "The JSON can't be read at line %d, column %d.".formatted(location.getLineNr(),
						location.getColumnNr());
		var problem = Problems.detail(HttpStatus.BAD_REQUEST, fault.code(), detail);
		return ResponseEntity.badRequest().body(Problems.withFaults(problem, List.of(fault)));
	}

	static Fault of(JacksonException failure) {
		var pointer = pointer(failure);
		return switch (failure) {
			case StreamConstraintsException limit ->
				new Fault(pointer, "json-limit", "is too deep, too long or too large a number");
			case StreamReadException broken when isDuplicate(broken) ->
				new Fault(pointer, "field-duplicate", "appears twice");
			case StreamReadException broken -> new Fault(pointer, "json-malformed", "is not well-formed JSON");
			case UnrecognizedPropertyException unknown -> new Fault(pointer, "field-unknown", "is not a known field");
			case InvalidFormatException half when half.getTargetType() == String.class ->
				new Fault(pointer, "text-malformed", "has half a character, a surrogate without the other one");
			case ValueInstantiationException invalid -> new Fault(pointer, "invalid", "is not a valid value");
			default -> new Fault(pointer, "json-mismatch", "is not of the expected type");
		};
	}

	private static boolean isDuplicate(StreamReadException failure) {
		return String.valueOf(failure.getOriginalMessage()).startsWith("Duplicate");
	}

	private static String pointer(JacksonException failure) {
		var pointer = new StringBuilder();
		for (var step : failure.getPath()) {
			var name = step.getPropertyName();
			pointer.append('/')
				.append((name != null) ? name.replace("~", "~0").replace("/", "~1")
						: Integer.toString(step.getIndex()));
		}
		return pointer.toString();
	}

}
