package dev.cleave.platform.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A folder for one user: what lies in it is data of theirs, and programs that run in their name.
final class PrivateFolder {

	private PrivateFolder() {
	}

	static void create(Path folder) throws IOException {
		Files.createDirectories(folder);
		if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
			Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
		}
	}

}
