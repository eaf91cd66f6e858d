package dev.cleave.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

import org.springframework.util.FileSystemUtils;

/// A Kafka broker in a process of its own, on the loopback address, which ends with whoever started it. It can be killed
/// and started again at the same address with the same data.
public final class TestBroker implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final Path folder;

	private final int port;

	private Process process;

	private TestBroker(Path folder, int port) {
		this.folder = folder;
		this.port = port;
		this.process = launch();
	}

	/// Returns when the broker answers.
	public static TestBroker start() {
		try {
			var folder = Files.createTempDirectory("cleave-broker-");
			var port = freePort();
			Files.writeString(folder.resolve("server.properties"), properties(folder, port, freePort()));
			var broker = new TestBroker(folder, port);
			broker.awaitReady();
			return broker;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A broker cannot be started", ex);
		}
	}

	public String bootstrapServers() {
		return "127.0.0.1:" + this.port;
	}

	public long pid() {
		return this.process.pid();
	}

	/// Kills it as a power cut would.
	public void stop() {
		this.process.destroyForcibly();
		awaitEnd();
	}

	/// Stops it in the middle of whatever it does.
	public void freeze() {
		TiedProcess.signal(this.process, "STOP");
	}

	public void thaw() {
		TiedProcess.signal(this.process, "CONT");
	}

	/// Starts it again with what it had, and returns when it answers.
	public void startAgain() {
		this.process = launch();
		awaitReady();
	}

	@Override
	public void close() {
		stop();
		FileSystemUtils.deleteRecursively(this.folder.toFile());
	}

	private Process launch() {
		try {
			return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
					"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-Xshare:auto", "-cp",
					System.getProperty("java.class.path"), BrokerMain.class.getName(), this.folder.toString())
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.folder.resolve("broker.log").toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A broker cannot be started", ex);
		}
	}

	private void awaitReady() {
		var deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!answers()) {
			if (!this.process.isAlive() || System.nanoTime() > deadline) {
				throw new IllegalStateException("The broker does not answer:\n" + said());
			}
		}
	}

	// It listens a little before it can do anything.
	private boolean answers() {
		try (var socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 1_000);
		}
		catch (IOException ex) {
			pause();
			return false;
		}
		try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
			return !admin.describeCluster().nodes().get(10, TimeUnit.SECONDS).isEmpty();
		}
		catch (ExecutionException | TimeoutException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			throw interrupted();
		}
	}

	private static void pause() {
		try {
			Thread.sleep(50);
		}
		catch (InterruptedException ex) {
			throw interrupted();
		}
	}

	private static IllegalStateException interrupted() {
		Thread.currentThread().interrupt();
		return new IllegalStateException("Interrupted while a broker starts");
	}

	private String said() {
		try {
			return Files.readString(this.folder.resolve("broker.log"));
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	private void awaitEnd() {
		try {
			if (!this.process.waitFor(20, TimeUnit.SECONDS)) {
				throw new IllegalStateException("Process " + this.process.pid() + " does not die");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	// The session is short so that a broker that was killed may register again at once,
	// and the buffers are small so that it lives in little memory.
	private static String properties(Path folder, int port, int controllerPort) {
		return """
				process.roles=broker,controller
				node.id=1
				controller.quorum.voters=1@127.0.0.1:%2$d
				controller.listener.names=CONTROLLER
				listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
				advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
				log.dirs=%3$s
				auto.create.topics.enable=false
				broker.session.timeout.ms=3000
				broker.heartbeat.interval.ms=500
				offsets.topic.num.partitions=1
				offsets.topic.replication.factor=1
				transaction.state.log.num.partitions=1
				transaction.state.log.replication.factor=1
				transaction.state.log.min.isr=1
				share.coordinator.state.topic.num.partitions=1
				share.coordinator.state.topic.replication.factor=1
				share.coordinator.state.topic.min.isr=1
				log.cleaner.dedupe.buffer.size=2097152
				log.index.size.max.bytes=1048576
				log.retention.check.interval.ms=1000
				log.segment.delete.delay.ms=100
				num.network.threads=2
				num.io.threads=2
				""".formatted(port, controllerPort, folder.resolve("data"));
	}

	private static int freePort() throws IOException {
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
