package dev.cleave.platform.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A process of its own that writes into its servers, says so by a file `ready`, and stays until its input ends.
final class CleaveToKill {

	private CleaveToKill() {
	}

	public static void main(String[] arguments) throws IOException {
		var folder = Path.of(arguments[0]);
		try (var servers = LocalServers.open(Notes.settings(folder))) {
			Notes.write(servers, "written before the kill");
			Files.createFile(folder.resolve("ready"));
			System.in.read();
		}
	}

	static Process start(Path folder) throws IOException {
		var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		var process = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				CleaveToKill.class.getName(), folder.toString())
			.redirectErrorStream(true)
			.redirectOutput(folder.resolveSibling("child.log").toFile())
			.start();
		Patience.until(() -> Files.exists(folder.resolve("ready")) || !process.isAlive(), Duration.ofMinutes(2));
		return process;
	}

}
