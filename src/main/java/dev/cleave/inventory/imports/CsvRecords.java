package dev.cleave.inventory.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Reads records of comma-separated values (RFC 4180) in UTF-8. What is longer than the limit is cut off behind it, and
/// values beyond the limit are left out, so that neither a quote which is never closed nor a line of commas can fill the
/// memory.
final class CsvRecords {

	/// Far more than any file has columns.
	private static final int MOST_VALUES = 100;

	private static final char MARK = '\uFEFF';

	private final BufferedReader source;

	private final int limit;

	private int lineEnds;

	CsvRecords(InputStream source, int limit) {
		this.source = new BufferedReader(new InputStreamReader(source, StandardCharsets.UTF_8), 64 * 1024);
		this.limit = limit;
	}

	/// The values of the next record, or null after the last one.
	@Nullable List<String> next() throws IOException {
		this.lineEnds = 0;
		var values = new ArrayList<String>();
		var value = new StringBuilder();
		var quoted = false;
		var length = 0;
		int read;
		for (read = this.source.read(); read >= 0; read = this.source.read()) {
			var character = (char) read;
			if (character == '\n') {
				this.lineEnds++;
			}
			if (quoted ? (character == '"' && !isDoubled()) : (character == '"')) {
				quoted = !quoted;
				continue;
			}
			if (!quoted && character == '\n') {
				break;
			}
			if (!quoted && character == ',') {
				keep(value, values);
			}
			else if (length++ <= this.limit && (quoted || character != '\r') && character != MARK) {
				value.append(character);
			}
		}
		if (read < 0 && values.isEmpty() && value.isEmpty() && length == 0) {
			return null;
		}
		keep(value, values);
		return values;
	}

	private static void keep(StringBuilder value, List<String> values) {
		if (values.size() < MOST_VALUES) {
			values.add(value.toString());
		}
		value.setLength(0);
	}

	/// How many lines the last record took.
	int lines() {
		return Math.max(1, this.lineEnds);
	}

	/// Within quotes two quotes stand for one.
	private boolean isDoubled() throws IOException {
		this.source.mark(1);
		if (this.source.read() == '"') {
			return true;
		}
		this.source.reset();
		return false;
	}

}
