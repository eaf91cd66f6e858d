package dev.cleave.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.cleave.topology.TiedProcess;

import static org.awaitility.Awaitility.await;

/// A process that runs [EchoMain] by a JVM with the flags of the one that is measured.
final class EchoServer implements AutoCloseable {

	private final Process process;

	private final URI address;

	private EchoServer(Process process, URI address) {
		this.process = process;
		this.address = address;
	}

	static EchoServer start(Path folder) {
		var port = StartUp.freePort();
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(Settings.FLAGS);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), EchoMain.class.getName(),
				"--server.port=" + port, "--cleave.local.postgres=off", "--cleave.local.redis=off"));
		var process = TiedProcess.start(command, folder, Map.of(), folder.resolve("echo.log"));
		var echo = new EchoServer(process, URI.create("http://127.0.0.1:" + port));
		await().atMost(Duration.ofMinutes(1)).until(echo::answers);
		return echo;
	}

	URI address() {
		return this.address;
	}

	private boolean answers() {
		try (var wire = new Wire(this.address)) {
			return wire.exchange(Http.get("/echo/hello", "")) == 200 && wire.body().equals("{\"said\":\"hello\"}");
		}
		catch (IOException ex) {
			return false;
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
