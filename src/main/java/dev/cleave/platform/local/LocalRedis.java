package dev.cleave.platform.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.springframework.util.FileSystemUtils;

/// A Redis of one's own, on a free port of the loopback address. Its data outlives it.
public final class LocalRedis implements AutoCloseable {

	private static final String PROGRAM = "redis-server";

	private static final Duration START_LIMIT = Duration.ofSeconds(20);

	private final int port;

	private final Path data;

	private LocalRedis(int port, Path data) {
		this.port = port;
		this.data = data;
	}

	/// Starts on the data kept in the directory.
	static LocalRedis start(LocalSettings settings) {
		var data = data(settings);
		sweep(data);
		try {
			Files.createDirectories(data);
			var log = ServerLog.anew(settings.directory().resolve("redis.log"));
			var program = RedisProgram.unpack(settings.programsOrDefault());
			var redis = new LocalRedis(FreePort.find(), data);
			redis.launch(program, log, settings.fsync());
			return redis;
		}
		catch (IOException ex) {
			sweep(data);
			throw new LocalServerException("Redis did not start in %s: %s".formatted(data, ex.getMessage()),
					"Set spring.data.redis.url to a Redis of yours, or cleave.local.directory to another folder.", ex);
		}
	}

	static void clear(LocalSettings settings) {
		sweep(data(settings));
		FileSystemUtils.deleteRecursively(data(settings).toFile());
	}

	private static Path data(LocalSettings settings) {
		return settings.directory().resolve("redis");
	}

	private static void sweep(Path data) {
		ServerProcess.sweep(pidFile(data), PROGRAM, data);
	}

	private static Path pidFile(Path data) {
		return data.resolve("redis.pid");
	}

	/// Started as a daemon, else the Ctrl-C meant for Cleave ends Redis before Cleave has
	/// finished with it.
	private void launch(Path program, ServerLog log, boolean durable) throws IOException {
		var command = new ArrayList<>(
				List.of(program.toString(), "--daemonize", "yes", "--port", Integer.toString(this.port), "--bind",
						"127.0.0.1", "--dir", this.data.toString(), "--pidfile", pidFile(this.data).toString(),
						"--logfile", log.file().toString(), "--set-proc-title", "no", "--save", ""));
		command.addAll(List.of("--appendonly", durable ? "yes" : "no"));
		new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(Redirect.appendTo(log.file().toFile()))
			.start();
		if (!Patience.until(this::answers, START_LIMIT)) {
			throw new IOException("it does not answer. Its last words:\n" + log.end());
		}
	}

	private boolean answers() {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(1000);
			socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
		}
		catch (IOException ex) {
			return false;
		}
	}

	/// The port it listens on.
	public int port() {
		return this.port;
	}

	@Override
	public void close() {
		ServerProcess.find(pidFile(this.data), PROGRAM, this.data).ifPresent(ServerProcess::end);
	}

}
