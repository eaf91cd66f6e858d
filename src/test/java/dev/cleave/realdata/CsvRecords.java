package dev.cleave.realdata;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads comma-separated records as RFC 4180 has them: a quoted field may hold commas, line breaks and doubled quotes.
final class CsvRecords {

	private static final int END = -1;

	private final Reader reader;

	private int current;

	CsvRecords(Reader reader) throws IOException {
		this.reader = reader;
		this.current = reader.read();
	}

	/// Returns the fields of the next record, or null after the last one.
	@Nullable List<String> next() throws IOException {
		if (current == END) {
			return null;
		}
		var fields = new ArrayList<String>();
		fields.add(field());
		while (current == ',') {
			advance();
			fields.add(field());
		}
		endRecord(fields);
		return fields;
	}

	private String field() throws IOException {
		if (current == '"') {
			return quoted();
		}
		var text = new StringBuilder();
		while (current != ',' && current != '\n' && current != '\r' && current != END) {
			text.append((char) current);
			advance();
		}
		return text.toString();
	}

	private String quoted() throws IOException {
		var text = new StringBuilder();
		advance();
		while (true) {
			if (current == END) {
				throw new IOException("A quoted field is never closed: \"" + text);
			}
			if (current == '"') {
				advance();
				if (current != '"') {
					return text.toString();
				}
			}
			text.append((char) current);
			advance();
		}
	}

	private void endRecord(List<String> fields) throws IOException {
		if (current == '\r') {
			advance();
		}
		if (current == '\n') {
			advance();
		}
		else if (current != END) {
			throw new IOException("Text follows a closed quote or a lone carriage return after " + fields);
		}
	}

	private void advance() throws IOException {
		current = reader.read();
	}

}
