package dev.cleave.topology;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/// The main class of a broker's process. It gets a folder with `server.properties`, formats the storage there when it
/// comes for the first time, and never outlives whoever started it.
final class BrokerMain {

	private static final String CLUSTER = "cleaveTestsAreOneNode0";

	private BrokerMain() {
	}

	public static void main(String[] arguments) throws Exception {
		var folder = Path.of(arguments[0]);
		Thread.ofPlatform().daemon().start(() -> endWithTheStarter(folder));
		if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
			root.setLevel(Level.WARN);
		}
		var properties = folder.resolve("server.properties").toString();
		if (Files.notExists(folder.resolve("data").resolve("meta.properties"))) {
			StorageTool.execute(new String[] { "format", "--cluster-id", CLUSTER, "--config", properties },
					new PrintStream(System.err, true));
		}
		Kafka.main(new String[] { properties });
	}

	// Whoever started us holds the other end of our standard input and, when he ends in
	// whatever way, needs our data no more.
	private static void endWithTheStarter(Path folder) {
		try {
			while (System.in.read() >= 0) {
				continue;
			}
		}
		catch (IOException ex) {
			// The pipe broke: he is gone.
		}
		FileSystemUtils.deleteRecursively(folder.toFile());
		Runtime.getRuntime().halt(1);
	}

}
