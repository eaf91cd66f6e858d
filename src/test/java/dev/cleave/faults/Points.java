package dev.cleave.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The places in the product at which a process can be made to fail.
final class Points {

	private static final Pattern POINT = Pattern.compile("Fail\\.point\\(\"([^\"]+)\"\\)");

	private Points() {
	}

	/// Those that the sources name.
	static Set<String> declared() {
		return named("src/main/java", POINT);
	}

	/// Those at which some scenario has a process die.
	static Set<String> deadly() {
		return named("src/test/java/dev/cleave/faults", Pattern.compile("\\b([a-z.-]+)=halt\\b"));
	}

	/// Those that a process wrote into a file as it came by.
	static Set<String> noted(Path file) {
		try {
			return Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : Set.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Set<String> named(String folder, Pattern name) {
		try (var files = Files.walk(Path.of(System.getProperty("basedir", "")).resolve(folder))) {
			var points = new TreeSet<String>();
			for (var file : files.filter((path) -> path.toString().endsWith(".java")).toList()) {
				name.matcher(Files.readString(file)).results().map((found) -> found.group(1)).forEach(points::add);
			}
			return points;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
