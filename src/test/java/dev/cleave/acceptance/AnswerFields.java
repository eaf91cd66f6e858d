package dev.cleave.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/// The fields of answers, as `security/answers.txt` lists them: a line a route, `items[].id` for a field within a list.
final class AnswerFields {

	private static final Path FILE = Path.of("src/test/resources/security/answers.txt");

	/// What callers may fill as they like.
	private static final String FREE = "shipTo";

	private AnswerFields() {
	}

	static Map<Route, Set<String>> listed() {
		var lines = lines();
		var shapes = lines.stream()
			.filter((words) -> words.getFirst().startsWith("@"))
			.collect(Collectors.toMap((words) -> words.getFirst().substring(1),
					(words) -> words.subList(1, words.size())));
		return lines.stream()
			.filter((words) -> !words.getFirst().startsWith("@"))
			.collect(Collectors.toMap((words) -> new Route(words.get(0), words.get(1)),
					(words) -> expanded("", words.subList(2, words.size()), shapes).collect(Collectors.toSet())));
	}

	private static List<List<String>> lines() {
		try (var lines = Files.lines(FILE)) {
			return lines.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> List.of(line.split(" ")))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<String> expanded(String prefix, List<String> words, Map<String, List<String>> shapes) {
		return words.stream().flatMap((word) -> {
			var parts = word.split("@", 2);
			return (parts.length == 1) ? Stream.of(prefix + word)
					: expanded(prefix + (parts[0].isEmpty() ? "" : parts[0] + "."),
							Objects.requireNonNull(shapes.get(parts[1]), word), shapes);
		});
	}

	static boolean isJson(Answer answer) {
		var type = answer.header("Content-Type");
		return type != null && type.startsWith("application/json") && answer.body().length > 0;
	}

	static Set<String> of(JsonNode json) {
		var fields = new TreeSet<String>();
		collect(json, "", fields);
		return fields;
	}

	private static void collect(JsonNode json, String path, Set<String> fields) {
		if (path.endsWith(FREE)) {
			fields.add(path);
		}
		else if (json.isArray()) {
			json.forEach((element) -> collect(element, path + "[]", fields));
		}
		else if (json.isObject()) {
			json.properties()
				.forEach((property) -> collect(property.getValue(),
						path.isEmpty() ? property.getKey() : path + "." + property.getKey(), fields));
		}
		else if (!path.isEmpty()) {
			fields.add(path);
		}
	}

}
