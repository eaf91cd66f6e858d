package dev.cleave.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// The words that stand above a record in its source.
final class DocComments {

	private static final String ITSELF = "";

	private DocComments() {
	}

	/// What it is, if somebody wrote it down.
	static @Nullable String of(Class<?> type) {
		return of(type, ITSELF);
	}

	/// What one of its components is, if somebody wrote it down.
	static @Nullable String of(Class<?> type, String component) {
		return read(type).get(component);
	}

	private static Map<String, String> read(Class<?> type) {
		var file = Path.of("src/main/java", type.getNestHost().getName().replace('.', '/') + ".java");
		if (!type.isRecord() || !Files.exists(file)) {
			return Map.of();
		}
		try {
			return parse(Files.readAllLines(file), Pattern.compile("\\brecord " + type.getSimpleName() + "\\b"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, String> parse(List<String> lines, Pattern declaration) {
		var words = new LinkedHashMap<String, String>();
		var about = ITSELF;
		for (var line : lines) {
			if (declaration.matcher(line).find()) {
				return words;
			}
			var text = line.strip();
			if (text.startsWith("@")) {
				continue;
			}
			if (!text.startsWith("///")) {
				words.clear();
				about = ITSELF;
				continue;
			}
			text = text.substring(3).strip();
			if (text.startsWith("@param ")) {
				var parts = text.split(" ", 3);
				about = parts[1];
				text = parts[2];
			}
			if (!text.isEmpty()) {
				words.merge(about, text, (before, more) -> before + " " + more);
			}
		}
		throw new IllegalStateException("No " + declaration);
	}

}
