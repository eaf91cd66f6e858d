package dev.cleave.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.util.FileSystemUtils;

/// HAProxy with the configuration of `docker/haproxy`, in front of a cluster.
public final class Balancer implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofMinutes(1);

	private final Path folder;

	private final URI address;

	private final URI operations;

	private final Path socket;

	private final Process process;

	/// Where each node stands in the configuration, as `group/slot`.
	private final Map<String, String> slots = new ConcurrentHashMap<>();

	private Balancer(Path folder, Map<String, String> environment) throws IOException {
		this.folder = folder;
		FileSystemUtils.copyRecursively(Build.project().resolve("docker/haproxy"), folder);
		// Not in the folder: a socket's path may have a hundred characters.
		this.socket = Files.createTempDirectory("cleave-gateway-").resolve("sock");
		var told = new TreeMap<>(Map.of("CLEAVE_BIND", "127.0.0.1:" + Ports.free(), "CLEAVE_STATS",
				"127.0.0.1:" + Ports.free(), "CLEAVE_SOCKET", "unix@" + this.socket, "CLEAVE_SLOWSTART", "1s"));
		told.putAll(environment);
		this.address = URI.create("http://" + told.get("CLEAVE_BIND"));
		this.operations = URI.create("http://" + told.get("CLEAVE_STATS"));
		this.process = TiedProcess.start(List.of("haproxy", "-db", "-f", "haproxy.cfg"), folder, told, output());
		Patience.until(LIMIT, () -> {
			if (!this.process.isAlive()) {
				throw new IllegalStateException("HAProxy ended: see " + output());
			}
			return !command("show info").isEmpty();
		}, () -> "HAProxy does not start: see " + output());
	}

	/// @param environment what differs from the configuration's defaults, such as
	/// `CLEAVE_BALANCE`
	static Balancer start(Path folder, Map<String, String> environment) {
		try {
			return new Balancer(folder, environment);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("HAProxy can't be started", ex);
		}
	}

	static boolean isInstalled() {
		return Build.isInstalled("haproxy");
	}

	public URI address() {
		return this.address;
	}

	/// Figures for operators, and for Prometheus at `/metrics`.
	public URI operations() {
		return this.operations;
	}

	public Path output() {
		return this.folder.resolve("haproxy.log");
	}

	/// Where its runtime API listens.
	Path socket() {
		return this.socket;
	}

	/// The script by which operators tell it what to do.
	Path script() {
		return this.folder.resolve("gateway");
	}

	/// Asks HAProxy's runtime API.
	public String command(String command) {
		try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
			channel.connect(UnixDomainSocketAddress.of(this.socket));
			channel.write(ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.UTF_8)));
			return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("HAProxy does not answer", ex);
		}
	}

	/// Lets a group of nodes serve a module: `mono`, or the one of the module's name.
	public void route(String module, String group) {
		expectSilence("set map modules.map %s %s".formatted(module, group));
	}

	/// Puts a node in its group, which is its name without the number, and returns when
	/// it is given requests.
	public void admit(ClusterNode node) {
		admit(node, node.name().replaceFirst("-[0-9]+$", ""));
	}

	/// Puts a node in a group and returns when it is given requests.
	public void admit(ClusterNode node, String group) {
		admit(node.name(), node.address(), group);
	}

	void admit(String node, URI address, String group) {
		var slot = this.slots.computeIfAbsent(node, (_) -> freeSlot(node, group));
		command("set server %s addr %s port %d".formatted(slot, address.getHost(), address.getPort()));
		expectSilence("set server %s state ready".formatted(slot));
		// It is known to be, and need not wait for the next check.
		expectSilence("set server %s health up".formatted(slot));
		Patience.until(LIMIT, () -> state(node).startsWith("UP"),
				() -> "%s does not come up: %s".formatted(node, state(node)));
	}

	/// Gives it no more requests; those it has may end.
	public void drain(ClusterNode node) {
		expectSilence("set server %s state drain".formatted(slot(node.name())));
	}

	/// Takes it out.
	public void remove(ClusterNode node) {
		expectSilence("set server %s state maint".formatted(slot(node.name())));
		this.slots.remove(node.name());
	}

	/// Whether HAProxy gives it requests.
	public boolean isUp(ClusterNode node) {
		return state(node.name()).startsWith("UP");
	}

	/// Returns when HAProxy gives it requests.
	public void awaitUp(ClusterNode node) {
		Patience.until(LIMIT, () -> isUp(node), () -> "%s does not come up".formatted(node.name()));
	}

	/// What HAProxy says of it, such as `UP`, `DOWN` or `NOLB`.
	String state(String node) {
		return row(slot(node))[17];
	}

	/// Returns when it has its full share, some time after it came up.
	void awaitFullShare(ClusterNode node) {
		Patience.until(LIMIT, () -> command("get weight " + slot(node.name())).startsWith("1 "),
				() -> node.name() + " does not get its share");
	}

	private String[] row(String slot) {
		return rows().stream().filter((row) -> slot.equals(row[0] + "/" + row[1])).findFirst().orElseThrow();
	}

	/// The rows of `show stat`, column by column.
	private List<String[]> rows() {
		return command("show stat").lines()
			.map((line) -> line.split(",", -1))
			.filter((row) -> row.length > 18)
			.toList();
	}

	private String slot(String node) {
		var slot = this.slots.get(node);
		if (slot == null) {
			throw new IllegalStateException(node + " is in no group");
		}
		return slot;
	}

	private String freeSlot(String node, String group) {
		var free = rows().stream()
			.filter((row) -> row[0].equals(group) && row[1].startsWith(group + "-"))
			.map((row) -> row[0] + "/" + row[1])
			.filter((slot) -> !this.slots.containsValue(slot))
			.toList();
		var own = group + "/" + node;
		return free.contains(own) ? own : free.getLast();
	}

	private void expectSilence(String command) {
		var answer = command(command);
		if (!answer.isEmpty()) {
			throw new IllegalStateException("HAProxy says to '%s': %s".formatted(command, answer));
		}
	}

	@Override
	public void close() {
		TiedProcess.kill(this.process);
		FileSystemUtils.deleteRecursively(this.socket.getParent().toFile());
	}

}
