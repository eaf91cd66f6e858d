package dev.cleave.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.cleave.platform.web.ImportOutcome.Refused;
import jakarta.validation.Validator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/// Reads an import as it comes in, one JSON value a line, in constant memory whatever its length. A line that can't be
/// read or breaks its constraints is refused alone. Lines are handed on in chunks, so that one transaction can take
/// many; while a chunk is worked on nothing more is read, which slows the sender down. Between chunks nothing is held, no
/// connection and no transaction, so a slow sender costs nobody anything.
@Component
public class NdjsonImport {

	/// Longest line that is read.
	public static final int LINE_LIMIT = 1024 * 1024;

	/// Bytes of lines after which a chunk is full: a hundred large orders are no hundred
	/// small ones.
	static final int CHUNK_BYTES = 1024 * 1024;

	private static final Refused TOO_LONG = new Refused("line-too-long",
			"The line is longer than %d bytes.".formatted(LINE_LIMIT));

	private static final Refused NULL = new Refused("json-mismatch", "The line is null.");

	private final JsonMapper json;

	private final Validator validator;

	NdjsonImport(JsonMapper json, Validator validator) {
		this.json = json;
		this.validator = validator;
	}

	/// @param chunkSize lines handed on at once, at most
	/// @param work says for each line of a chunk, in the same order, what became of it
	public <T> ImportReport read(InputStream body, Class<T> type, int chunkSize,
			Function<? super List<ImportLine<T>>, ? extends List<? extends ImportOutcome>> work) throws IOException {
		var lines = new LineReader(body, LINE_LIMIT);
		var tally = new ImportTally();
		var chunk = new ArrayList<ImportLine<T>>(chunkSize);
		var bytes = 0;
		for (var line = lines.next(); line != null; line = lines.next()) {
			var number = lines.number();
			bytes += line.length;
			if (lines.isTooLong()) {
				tally.add(number, TOO_LONG);
			}
			else if (!isBlank(line)) {
				parse(line, type, refusal -> tally.add(number, refusal))
					.ifPresent(value -> chunk.add(new ImportLine<>(number, value)));
			}
			if (chunk.size() == chunkSize || bytes >= CHUNK_BYTES) {
				work(chunk, work, tally);
				bytes = 0;
			}
		}
		work(chunk, work, tally);
		return tally.report();
	}

	private <T> Optional<T> parse(byte[] line, Class<T> type, Consumer<Refused> refusals) {
		try {
			var value = Optional.ofNullable(this.json.readValue(line, type));
			var refusal = value.map(this::check).orElse(Optional.of(NULL));
			refusal.ifPresent(refusals);
			return refusal.isPresent() ? Optional.empty() : value;
		}
		catch (JacksonException ex) {
			var fault = JsonFaults.of(ex);
			refusals.accept(new Refused(fault.code(), "%s %s".formatted(fault.pointer(), fault.detail()).strip()));
			return Optional.empty();
		}
	}

	private Optional<Refused> check(Object value) {
		return this.validator.validate(value)
			.stream()
			.map(violation -> "%s %s".formatted(Faults.pointer(violation.getPropertyPath().toString()),
					violation.getMessage()))
			.min(Comparator.naturalOrder())
			.map(detail -> new Refused("invalid", detail.strip()));
	}

	private static <T> void work(List<ImportLine<T>> chunk,
			Function<? super List<ImportLine<T>>, ? extends List<? extends ImportOutcome>> work, ImportTally tally) {
		if (chunk.isEmpty()) {
			return;
		}
		var outcomes = outcomes(chunk, work, tally);
		if (outcomes.size() != chunk.size()) {
			throw new IllegalStateException("%d outcomes for %d lines".formatted(outcomes.size(), chunk.size()));
		}
		for (var index = 0; index < chunk.size(); index++) {
			tally.add(chunk.get(index).number(), outcomes.get(index));
		}
		chunk.clear();
	}

	private static <T> List<? extends ImportOutcome> outcomes(List<ImportLine<T>> chunk,
			Function<? super List<ImportLine<T>>, ? extends List<? extends ImportOutcome>> work, ImportTally tally) {
		try {
			return work.apply(List.copyOf(chunk));
		}
		catch (RuntimeException ex) {
			throw (tally.isAnyAccepted() && Overload.isCauseOf(ex)) ? new ImportBrokenOffException(ex) : ex;
		}
	}

	private static boolean isBlank(byte[] line) {
		for (var character : line) {
			if (character > ' ' || character < 0) {
				return false;
			}
		}
		return true;
	}

}
