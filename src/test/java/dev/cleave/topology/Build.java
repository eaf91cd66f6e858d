package dev.cleave.topology;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where the build is and leaves what it makes.
final class Build {

	private Build() {
	}

	static Path project() {
		return Path.of(System.getProperty("basedir", "")).toAbsolutePath();
	}

	static Path folder() {
		return project().resolve("target");
	}

	/// Whether a program is on the PATH.
	static boolean isInstalled(String program) {
		return List.of(System.getenv().getOrDefault("PATH", "").split(":"))
			.stream()
			.anyMatch((folder) -> Files.isExecutable(Path.of(folder, program)));
	}

}
