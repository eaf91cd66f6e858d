package dev.cleave.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The tests whose answers depend on who wins a race, each with the reason: the lines of `topologies/races.txt`.
///
/// @param reasons by test, or by class for all its tests
public record Races(Map<String, String> reasons) {

	private static final Path FILE = Path.of("src/test/resources/topologies/races.txt");

	/// A line each: a test, spaces and the reason.
	static Races parse(List<String> lines) {
		var reasons = new TreeMap<String, String>();
		for (var line : lines) {
			if (!line.isBlank() && !line.startsWith("#")) {
				var parts = line.split("\\s+", 2);
				if (parts.length < 2) {
					throw new IllegalArgumentException("Why is %s a race?".formatted(line));
				}
				reasons.put(parts[0], parts[1]);
			}
		}
		return new Races(reasons);
	}

	public static Races known() {
		try {
			return parse(Files.readAllLines(FILE));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	boolean has(String test) {
		return this.reasons.keySet().stream().anyMatch((name) -> isOf(name, test));
	}

	/// Names that are of none of these tests.
	List<String> without(Collection<String> tests) {
		return this.reasons.keySet()
			.stream()
			.filter((name) -> tests.stream().noneMatch((test) -> isOf(name, test)))
			.toList();
	}

	private static boolean isOf(String name, String test) {
		return test.equals(name) || test.startsWith(name + ".") || test.startsWith(name + " ");
	}

}
