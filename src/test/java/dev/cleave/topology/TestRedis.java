package dev.cleave.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.cleave.TestServers;

/// A Redis of a test's own, which forgets everything when it ends. It can be killed, frozen and started again.
public final class TestRedis implements AutoCloseable {

	private final Path folder;

	private final int port = Ports.free();

	private Process process;

	private TestRedis(Path folder) {
		this.folder = folder;
		this.process = launch();
	}

	/// @param folder that exists
	public static TestRedis start(Path folder) {
		TestServers.redisPort();
		return new TestRedis(folder);
	}

	public int port() {
		return this.port;
	}

	public boolean isAlive() {
		return this.process.isAlive();
	}

	public void kill() {
		TiedProcess.kill(this.process);
	}

	public void startAgain() {
		this.process = launch();
	}

	public void freeze() {
		TiedProcess.signal(this.process, "STOP");
	}

	public void thaw() {
		TiedProcess.signal(this.process, "CONT");
	}

	/// Says something to it, and returns the first line of what it says.
	public String command(String words) {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(5_000);
			socket.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
			var answer = new byte[256];
			var read = socket.getInputStream().read(answer);
			return new String(answer, 0, Math.max(0, read), StandardCharsets.US_ASCII).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Redis does not answer", ex);
		}
	}

	private Process launch() {
		var started = TiedProcess.start(
				List.of(program().toString(), "--port", "" + this.port, "--bind", "127.0.0.1", "--dir",
						this.folder.toString(), "--save", "", "--appendonly", "no"),
				this.folder, Map.of(), this.folder.resolve("redis.log"));
		Patience.until(Duration.ofSeconds(30), () -> command("PING").equals("+PONG"), () -> "Redis does not answer");
		return started;
	}

	private static Path program() {
		try (var unpacked = Files.newDirectoryStream(TestServers.programs(), "redis-server*")) {
			return unpacked.iterator().next();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		if (this.process.isAlive()) {
			kill();
		}
	}

}
