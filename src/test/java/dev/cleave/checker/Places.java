package dev.cleave.checker;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/// Looks for a text in every column of every table.
final class Places {

	private static final String TABLES = """
			SELECT table_name, table_name FROM information_schema.tables
			WHERE table_schema = '%s' AND table_type = 'BASE TABLE'
			""";

	private Places() {
	}

	static Set<String> of(String text, Databases databases) {
		var places = new TreeSet<String>();
		for (var module : databases.modules()) {
			for (var table : databases.keyed(module, TABLES.formatted(module)).keySet()) {
				if (!databases.found(module, search(module, table, text)).isEmpty()) {
					places.add(module + "." + table);
				}
			}
		}
		return places;
	}

	// Bytes are shown as hexadecimal digits when a row is turned into text.
	private static String search(String module, String table, String text) {
		var bytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
		return "SELECT 1 FROM %s.%s AS r WHERE position('%s' IN lower(r::text)) > 0 OR position('%s' IN r::text) > 0"
			.formatted(module, table, text.toLowerCase(java.util.Locale.ROOT), bytes);
	}

}
