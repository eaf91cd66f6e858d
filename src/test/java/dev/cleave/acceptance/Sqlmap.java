package dev.cleave.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Lets sqlmap try one place of one request. It has to be installed (`apt-get install sqlmap`).
final class Sqlmap {

	private static final long MOST_SECONDS = 240;

	private static final Path FOLDER = Path.of("target", "sqlmap");

	private Sqlmap() {
	}

	/// @param name of the place, for its log
	/// @param options that say where; a `*` marks the place
	/// @return what it said
	static String attack(String name, List<String> options) {
		var command = new ArrayList<>(List.of("sqlmap", "--batch", "--level=3", "--risk=1", "--dbms=PostgreSQL",
				"--disable-coloring", "--flush-session", "--threads=2", "--timeout=10", "--retries=1",
				"--ignore-code=*", "--output-dir=" + FOLDER.resolve(name.replace(' ', '-'))));
		command.addAll(options);
		try {
			Files.createDirectories(FOLDER);
			var log = FOLDER.resolve(name.replace(' ', '-') + ".log");
			var process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectInput(Path.of("/dev/null").toFile())
				.redirectOutput(log.toFile())
				.start();
			if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				throw new AssertionError("sqlmap takes too long on " + name + ": see " + log);
			}
			return Files.readString(log, StandardCharsets.UTF_8);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("sqlmap is missing: apt-get install sqlmap", ex);
		}
	}

}
