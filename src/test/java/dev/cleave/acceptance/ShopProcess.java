package dev.cleave.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One node of a shop, in a process that can be killed, frozen and started again at the same address.
final class ShopProcess implements AutoCloseable {

	private final List<String> settings;

	private final String heap;

	private final int port = freePort();

	private final File output;

	private Process process;

	ShopProcess(String name, List<String> settings) {
		this(name, settings, "384m");
	}

	/// @param heap the most it may have
	ShopProcess(String name, List<String> settings, String heap) {
		this.settings = settings;
		this.heap = heap;
		this.output = logFile(name);
		this.process = launch();
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.port);
	}

	/// Kills it as a power cut would, and starts it again.
	void crash() {
		end();
		this.process = launch();
	}

	void freeze() {
		signal("STOP");
	}

	void thaw() {
		signal("CONT");
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/// What it uses of its heap after a collection, and the most memory it ever had, in
	/// the words of those who know.
	String memory() {
		return "%s | %s".formatted(said("jcmd", "GC.run", "GC.heap_info"), mostEver());
	}

	File output() {
		return this.output;
	}

	@Override
	public void close() {
		end();
	}

	private Process launch() {
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx" + this.heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError",
				"-Xshare:auto", "-cp", System.getProperty("java.class.path"), ShopNode.class.getName()));
		command.addAll(this.settings);
		command.add("--server.port=" + this.port);
		try {
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.output))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A node cannot be started", ex);
		}
	}

	private void end() {
		this.process.destroyForcibly();
		try {
			if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
				throw new IllegalStateException("Process " + this.process.pid() + " does not die");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private String said(String tool, String... questions) {
		var words = new ArrayList<String>();
		for (var question : questions) {
			try {
				var asked = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", tool).toString(),
						Long.toString(this.process.pid()), question)
					.redirectErrorStream(true)
					.start();
				words.add(new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
					.replaceAll("\\s+", " ")
					.strip());
			}
			catch (IOException ex) {
				words.add(ex.toString());
			}
		}
		return words.getLast();
	}

	private String mostEver() {
		try (var lines = Files.lines(Path.of("/proc/%d/status".formatted(this.process.pid())))) {
			return lines.filter((line) -> line.startsWith("VmHWM")).findFirst().orElse("");
		}
		catch (IOException ex) {
			return "unknown";
		}
	}

	private void signal(String name) {
		try {
			var status = new ProcessBuilder("kill", "-" + name, Long.toString(this.process.pid())).start().waitFor();
			if (status != 0) {
				throw new IllegalStateException("kill -" + name + " ended with status " + status);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static int freePort() {
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static File logFile(String name) {
		try {
			var folder = Files.createDirectories(Path.of(System.getProperty("basedir", ""), "target", "nodes"));
			var file = folder.resolve(name + ".log");
			Files.deleteIfExists(file);
			return file.toFile();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
