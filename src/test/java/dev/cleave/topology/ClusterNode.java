package dev.cleave.topology;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A process of a cluster. It can be stopped, killed, frozen, and started again at the same addresses.
public final class ClusterNode {

	private static final Duration START_LIMIT = Duration.ofMinutes(4);

	private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

	private final String name;

	private final List<String> modules;

	private List<String> settings;

	private final Path folder;

	private final int port = Ports.free();

	private final int managementPort = Ports.free();

	private Release release;

	private List<String> starter = List.of();

	private @Nullable Process process;

	ClusterNode(String name, List<String> modules, List<String> settings, Path folder, Release release) {
		this.name = name;
		this.modules = List.copyOf(modules);
		this.settings = List.copyOf(settings);
		this.folder = folder;
		this.release = release;
	}

	/// One process of the packaged jar on its own, with nothing before it.
	///
	/// @param flags of the JVM
	public static ClusterNode alone(Path folder, List<String> flags, List<String> settings) {
		var node = new ClusterNode("alone", Layout.MODULES, settings, folder, Release.packaged().with(flags));
		node.start();
		node.awaitReady();
		return node;
	}

	/// Such as `mono-1`; also the value of `X-Served-By`.
	public String name() {
		return this.name;
	}

	public List<String> modules() {
		return this.modules;
	}

	public URI address() {
		return URI.create("http://127.0.0.1:" + this.port);
	}

	public URI management() {
		return URI.create("http://127.0.0.1:" + this.managementPort);
	}

	public long pid() {
		return running().pid();
	}

	public boolean isAlive() {
		return this.process != null && this.process.isAlive();
	}

	/// What it says, of all its starts.
	public Path output() {
		return this.folder.resolve(this.name + ".log");
	}

	/// Begins to start; see [#awaitReady()].
	public void start() {
		if (isAlive()) {
			throw new IllegalStateException(this.name + " runs already");
		}
		var arguments = new ArrayList<>(this.settings);
		arguments.add("--cleave.node=" + this.name);
		arguments.add("--server.port=" + this.port);
		arguments.add("--management.server.port=" + this.managementPort);
		var command = new ArrayList<>(this.starter);
		command.addAll(this.release.command(arguments));
		this.process = TiedProcess.startGently(command, this.folder, output());
	}

	/// Returns when it says that it is ready.
	public void awaitReady() {
		var question = HttpRequest.newBuilder(address().resolve("/readyz")).timeout(Duration.ofSeconds(2)).build();
		Patience.until(START_LIMIT, () -> {
			if (!isAlive()) {
				throw new IllegalStateException("%s ended while it started: see %s".formatted(this.name, output()));
			}
			return HTTP.send(question, BodyHandlers.discarding()).statusCode() == 200;
		}, () -> "%s does not get ready: see %s".formatted(this.name, output()));
		TiedProcess.promote(running());
	}

	/// Asks it to end, as an operator would.
	void ask() {
		TiedProcess.ask(running());
	}

	/// Asks it to end, and returns when it has.
	public void stop() {
		var stopped = running();
		TiedProcess.ask(stopped);
		if (!TiedProcess.ended(stopped, 60)) {
			throw new IllegalStateException("%s does not end: see %s".formatted(this.name, output()));
		}
	}

	/// Ends it as a power cut would.
	public void kill() {
		TiedProcess.kill(running());
	}

	/// Stops it and starts it again; returns when it is ready.
	public void restart() {
		stop();
		start();
		awaitReady();
	}

	public void freeze() {
		TiedProcess.signal(running(), "STOP");
	}

	public void thaw() {
		TiedProcess.signal(running(), "CONT");
	}

	/// Runs another jar from its next start on.
	public void runs(Path jar) {
		this.release = Release.of(jar);
	}

	/// Gives its JVM these flags and no others beside the usual ones, from its next start
	/// on.
	public void flags(String... flags) {
		this.release = this.release.andAlso(List.of(flags));
	}

	/// Has it started by another program that becomes it, such as `env NAME=value`, or by
	/// none, from its next start on. One that stays would keep signals from it.
	public void startedBy(String... program) {
		this.starter = List.of(program);
	}

	/// Whether it ended by itself with this status.
	public boolean endedWith(int status) {
		return !isAlive() && running().exitValue() == status;
	}

	/// Replaces or adds a setting, such as `--cleave.modules=auth,orders`, from its next
	/// start on.
	public void set(String setting) {
		this.settings = NodeSettings.with(this.settings, List.of(setting));
	}

	private Process running() {
		if (this.process == null) {
			throw new IllegalStateException(this.name + " was never started");
		}
		return this.process;
	}

}
