package dev.cleave.topology;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the build is and leaves what it makes.
public final class Build {

	private Build() {
	}

	static Path project() {
		return Path.of(System.getProperty("basedir", "")).toAbsolutePath();
	}

	static Path folder() {
		return project().resolve("target");
	}

	/// Whether a program is on the PATH.
	public static boolean isInstalled(String program) {
		return onPath(program).isPresent();
	}

	/// Where a program is that is on the PATH.
	static Path program(String program) {
		return onPath(program).orElseThrow();
	}

	private static Optional<Path> onPath(String program) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
			.map((folder) -> Path.of(folder, program))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
