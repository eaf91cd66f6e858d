package dev.cleave.inventory.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.cleave.platform.web.NdjsonImport;
import dev.cleave.platform.web.ProblemException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;

/// A CSV file read as if it were NDJSON, line for line: the header and what a record takes beyond its first line become
/// empty lines, so that line numbers are those of the file.
final class CsvAsNdjson extends InputStream {

	private static final Set<String> COLUMNS = Set.of("sku", "name", "description", "price", "currency", "status",
			"quantity", "location", "lowStockAt");

	private static final Set<String> NEEDED = Set.of("sku", "name", "price", "currency");

	private static final Pattern INTEGER = Pattern.compile("-?\\d{1,19}");

	private static final int LINE_ENDS_AT_ONCE = 8_192;

	private static final JsonMapper JSON = JsonMapper.shared();

	private final CsvRecords records;

	private final List<String> header;

	private byte[] line = {};

	private int position;

	private int lineEnds;

	CsvAsNdjson(InputStream csv) throws IOException {
		this.records = new CsvRecords(csv, NdjsonImport.LINE_LIMIT);
		var first = this.records.next();
		this.header = (first != null) ? first.stream().map(String::strip).toList() : List.of();
		if (!this.header.containsAll(NEEDED) || !COLUMNS.containsAll(this.header)
				|| Set.copyOf(this.header).size() < this.header.size()) {
			throw new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "csv-header-invalid",
					"The first line names the columns: sku, name, price, currency and, as you like, description, status, quantity, location, lowStockAt.");
		}
		this.lineEnds = this.records.lines();
	}

	@Override
	public int read() throws IOException {
		return (this.position < this.line.length || fill()) ? this.line[this.position++] & 0xff : -1;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		if (this.position == this.line.length && !fill()) {
			return -1;
		}
		var count = Math.min(length, this.line.length - this.position);
		System.arraycopy(this.line, this.position, buffer, offset, count);
		this.position += count;
		return count;
	}

	/// A record that takes millions of lines, behind a quote that is never closed, leaves
	/// as many empty ones.
	private boolean fill() throws IOException {
		this.position = 0;
		if (this.lineEnds > 0) {
			var count = Math.min(this.lineEnds, LINE_ENDS_AT_ONCE);
			this.lineEnds -= count;
			this.line = "\n".repeat(count).getBytes(StandardCharsets.UTF_8);
			return true;
		}
		var values = this.records.next();
		if (values == null) {
			this.line = new byte[0];
			return false;
		}
		var json = values.equals(List.of("")) ? "" : JSON.writeValueAsString(product(values));
		this.line = json.getBytes(StandardCharsets.UTF_8);
		this.lineEnds = this.records.lines();
		return this.line.length > 0 || fill();
	}

	/// Values without a column become fields that nobody knows, and the line is refused
	/// for them.
	private Map<String, Object> product(List<String> values) {
		var product = new LinkedHashMap<String, Object>();
		var price = new LinkedHashMap<String, Object>();
		for (int i = 0; i < values.size(); i++) {
			var column = (i < this.header.size()) ? this.header.get(i) : "column " + (i + 1);
			var value = values.get(i);
			if (!value.isEmpty()) {
				switch (column) {
					case "price" -> price.put("amount", number(value));
					case "currency" -> price.put("currency", value);
					case "quantity", "lowStockAt" -> product.put(column, number(value));
					default -> product.put(column, value);
				}
			}
		}
		product.put("price", price);
		return product;
	}

	/// What is no number stays as it is, and the line is refused for it.
	private static Object number(String text) {
		try {
			return INTEGER.matcher(text).matches() ? Long.valueOf(text) : text;
		}
		catch (NumberFormatException ex) {
			return text;
		}
	}

}
