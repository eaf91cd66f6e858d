package dev.cleave.topology;

import java.nio.file.Path;

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

}
