package dev.cleave.topology;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.cleave.TestServers;

/// The folder that a node is deployed as: the packaged jar unpacked, what its JVM is told, and an AOT cache.
/// `docker/node/Train.java` makes it, here with servers of [TestServers] for the training.
public record NodeFolder(Path path) {

	private static final PrintStream OUT = System.out;

	/// Makes the folder, for people: `./mvnw package spring-boot:test-run
	/// -Dtrain=target/node`. Spring Boot's plugin adds settings, which are not meant for
	/// the training.
	public static void main(String... arguments) throws IOException {
		var folder = Stream.of(arguments)
			.filter((argument) -> !argument.startsWith("--"))
			.findFirst()
			.map((argument) -> Path.of(argument).toAbsolutePath())
			.orElseThrow();
		OUT.printf("%nTraining a node; this takes a minute.%n");
		Files.createDirectories(folder.getParent());
		OUT.printf("Start it: %s/run%n", train(folder, 15).path());
		System.exit(0);
	}

	/// Makes a folder, of the jar that the system property `cleave.jar` names, or that
	/// of the last build.
	///
	/// @param folder where nothing is yet
	/// @param seconds how long it takes orders in training: the longer, the more it has
	/// learned
	public static NodeFolder train(Path folder, int seconds) throws IOException {
		var log = Files.createTempFile(folder.getParent(), "training-", ".log");
		var process = TiedProcess
			.start(List.of(Release.JAVA, Build.project().resolve("docker/node/Train.java").toString(),
					Release.jar().toString(), folder.toString(),
					"--spring.datasource.url=" + TestServers.freshDatabase(), "--spring.datasource.username=postgres",
					"--spring.data.redis.host=127.0.0.1", "--spring.data.redis.port=" + TestServers.redisPort()),
					folder.getParent(), Map.of("CLEAVE_TRAINING", Integer.toString(seconds)), log);
		if (!TiedProcess.ended(process, 300) || process.exitValue() != 0) {
			throw new IllegalStateException("The training failed:\n" + Files.readString(log));
		}
		Files.delete(log);
		return new NodeFolder(folder);
	}

	/// What starts a node; the variable `CLEAVE_JVM` has more flags of its JVM.
	public List<String> command(List<String> settings) {
		var command = new ArrayList<>(List.of(this.path.resolve("run").toString()));
		command.addAll(settings);
		return command;
	}

}
