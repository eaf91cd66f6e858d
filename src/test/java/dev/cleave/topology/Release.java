package dev.cleave.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.springframework.util.FileSystemUtils;

/// A packaged jar, unpacked once per build so that its processes start sooner.
record Release(Path folder) {

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private static final List<String> FLAGS = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
			"-XX:+ExitOnOutOfMemoryError");

	/// The jar that the system property `cleave.jar` names, or that of the last build.
	static Release packaged() {
		var jar = Path.of(System.getProperty("cleave.jar", Build.folder().resolve("cleave.jar").toString()));
		if (Files.notExists(jar)) {
			throw new IllegalStateException("There is no %s: build it with ./mvnw package -DskipTests".formatted(jar));
		}
		return of(jar);
	}

	static Release of(Path jar) {
		try {
			var releases = Files.createDirectories(Build.folder().resolve("releases"));
			var folder = releases.resolve(fingerprint(jar));
			if (Files.notExists(folder)) {
				unpack(jar, folder);
			}
			return new Release(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<String> command(List<String> settings) {
		var command = new ArrayList<>(List.of(JAVA));
		command.addAll(FLAGS);
		command.addAll(List.of("-jar", this.folder.resolve("cleave.jar").toString()));
		command.addAll(settings);
		return command;
	}

	/// Others may do the same at this moment: the first who is done wins.
	private static void unpack(Path jar, Path folder) throws IOException {
		var unfinished = Files.createTempDirectory(folder.getParent(), "unfinished-");
		Files.copy(jar, unfinished.resolve("cleave.jar"));
		var process = TiedProcess.start(
				List.of(JAVA, "-Djarmode=tools", "-jar", "cleave.jar", "extract", "--destination", "app"), unfinished,
				Map.of(), unfinished.resolve("log"));
		if (!TiedProcess.ended(process, 120) || process.exitValue() != 0) {
			throw new IllegalStateException("%s can't be unpacked: see %s".formatted(jar, unfinished.resolve("log")));
		}
		try {
			Files.move(unfinished.resolve("app"), folder);
		}
		catch (IOException ex) {
			if (Files.notExists(folder)) {
				throw ex;
			}
		}
		FileSystemUtils.deleteRecursively(unfinished);
	}

	private static String fingerprint(Path jar) throws IOException {
		try {
			var digest = MessageDigest.getInstance("SHA-256");
			digest.update(Files.readAllBytes(jar));
			digest.update((FLAGS + System.getProperty("java.vm.version")).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
