package dev.cleave.platform.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a server wrote about itself, for the message when it does not start.
record ServerLog(Path file) {

	private static final int LAST_LINES = 5;

	/// Begins anew, so that the log tells of one run.
	static ServerLog anew(Path file) throws IOException {
		Files.deleteIfExists(file);
		return new ServerLog(file);
	}

	String end() {
		try {
			var lines = Files.readAllLines(this.file);
			return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
		}
		catch (IOException ex) {
			return "(no log in %s)".formatted(this.file);
		}
	}

}
