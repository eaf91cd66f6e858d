package dev.cleave.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

import org.springframework.util.FileSystemUtils;

/// A packaged jar, unpacked once per build so that its processes start sooner, and sooner still once one of them was
/// [trained][Training].
record Release(Path folder, List<String> flags) {

	static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	/// The same in training and afterwards, or what was learned is ignored.
	private static final List<String> FLAGS = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
			"-XX:+ExitOnOutOfMemoryError");

	/// What differs from one packaging of the same classes to the next.
	private static final Set<String> RESTLESS = new HashSet<>(
			List.of("META-INF/sbom/application.cdx.json", "META-INF/build-info.properties"));

	/// The jar that the system property `cleave.jar` names, or that of the last build.
	static Release packaged() {
		return of(jar());
	}

	static Path jar() {
		var jar = Path.of(System.getProperty("cleave.jar", Build.folder().resolve("cleave.jar").toString()));
		if (Files.notExists(jar)) {
			throw new IllegalStateException("There is no %s: build it with ./mvnw package -DskipTests".formatted(jar));
		}
		return jar;
	}

	static Release of(Path jar) {
		try {
			var releases = Files.createDirectories(Build.folder().resolve("releases"));
			var folder = releases.resolve(fingerprint(jar));
			if (Files.notExists(folder)) {
				unpack(jar, folder);
			}
			return new Release(folder, FLAGS);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// The same run with other flags of the JVM.
	Release with(List<String> flags) {
		return new Release(this.folder, flags);
	}

	/// The same run with flags beside the usual ones.
	Release andAlso(List<String> flags) {
		return with(Stream.concat(FLAGS.stream(), flags.stream()).toList());
	}

	boolean isTrained() {
		return Files.exists(cache());
	}

	Path cache() {
		return this.folder.resolve("cleave.aot");
	}

	/// What starts a process of it.
	List<String> command(List<String> settings) {
		return isTrained() ? command("-XX:AOTCache=" + cache(), settings) : command("-Xshare:auto", settings);
	}

	List<String> command(String flag, List<String> settings) {
		var command = new ArrayList<>(List.of(JAVA, flag));
		command.addAll(this.flags);
		command.addAll(List.of("-jar", this.folder.resolve("cleave.jar").toString()));
		command.addAll(settings);
		return command;
	}

	/// Others may do the same at this moment: the first who is done wins.
	private static void unpack(Path jar, Path folder) throws IOException {
		var unfinished = Files.createTempDirectory(folder.getParent(), "unfinished-");
		var process = TiedProcess.start(List.of(JAVA, "-Djarmode=tools", "-jar", jar.toAbsolutePath().toString(),
				"extract", "--destination", "app"), unfinished, Map.of(), unfinished.resolve("log"));
		if (!TiedProcess.ended(process, 120) || process.exitValue() != 0) {
			throw new IllegalStateException("%s can't be unpacked: see %s".formatted(jar, unfinished));
		}
		var unpacked = unfinished.resolve("app").resolve(jar.getFileName());
		Files.move(unpacked, unpacked.resolveSibling("cleave.jar"));
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
		var sum = new CRC32();
		sum.update((FLAGS + System.getProperty("java.vm.version")).getBytes(StandardCharsets.UTF_8));
		try (var zip = new ZipFile(jar.toFile())) {
			zip.stream()
				.filter((entry) -> !RESTLESS.contains(entry.getName()))
				.sorted((one, other) -> one.getName().compareTo(other.getName()))
				.forEach((entry) -> sum
					.update("%s %d\n".formatted(entry.getName(), entry.getCrc()).getBytes(StandardCharsets.UTF_8)));
		}
		return "%s-%08x".formatted(jar.getFileName().toString().replaceFirst("\\.jar$", ""), sum.getValue());
	}

}
