package dev.cleave.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

import dev.cleave.topology.Cluster;
import dev.cleave.topology.ClusterNode;
import dev.cleave.topology.FaultLine;
import dev.cleave.topology.Layout;
import dev.cleave.topology.TestPostgres;
import dev.cleave.topology.TestRedis;
import org.springframework.util.FileSystemUtils;

/// A shop that can be broken: nodes behind the gateway, each with a line of its own to a PostgreSQL that a standby
/// follows, and one that all share to a Redis.
final class Stand implements AutoCloseable {

	static final String TRANSPORT = "--cleave.messaging.transport=";

	private static final List<String> MODULES = List.of("auth", "inventory", "orders", "reporting");

	private final List<AutoCloseable> parts = new ArrayList<>();

	private final Kind kind;

	private final Path folder;

	private final List<FaultLine> databaseLines = new ArrayList<>();

	private final FaultLine redisLine;

	/// Between the two databases.
	private final FaultLine replicationLine;

	private final TestRedis redis;

	private final Cluster cluster;

	private TestPostgres primary;

	private TestPostgres standby;

	private int copies;

	private Stand(Kind kind, Path folder) {
		this.kind = kind;
		this.folder = folder;
		try {
			this.primary = keep(TestPostgres.start(folder.resolve("postgres")));
			MODULES.stream()
				.map(this::database)
				.distinct()
				.forEach((one) -> this.primary.execute("CREATE DATABASE " + one));
			this.replicationLine = keep(new FaultLine(this.primary.port()));
			this.standby = keep(this.primary.follow(folder.resolve("standby"), this.replicationLine.port()));
			this.redis = keep(TestRedis.start(folder));
			this.redisLine = keep(new FaultLine(this.redis.port()));
			for (var node = 0; node < (kind == Kind.SPLIT ? MODULES.size() : 2); node++) {
				this.databaseLines.add(keep(new FaultLine(this.primary.port())));
			}
			Cluster.train(Path.of(System.getProperty("cleave.jar", "target/cleave.jar")));
			this.cluster = keep(kind == Kind.SPLIT ? split() : twins());
		}
		catch (RuntimeException | Error ex) {
			close();
			throw ex;
		}
	}

	static Stand start(Kind kind) {
		try {
			return new Stand(kind, Files.createTempDirectory("cleave-faults-"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private <T extends AutoCloseable> T keep(T part) {
		this.parts.addFirst(part);
		return part;
	}

	private Cluster twins() {
		var twins = Cluster.startOn(urls((_) -> line(0)), Layout.MONO, settings().toArray(String[]::new));
		twins.balancer().admit(twins.add("mono-2", MODULES, settings(line(1), database("any")).toArray(String[]::new)));
		return twins;
	}

	private Cluster split() {
		return Cluster.startOn(urls((module) -> line(MODULES.indexOf(module))), Layout.SPLIT,
				settings().toArray(String[]::new));
	}

	private int line(int node) {
		return this.databaseLines.get(node).port();
	}

	private Map<String, String> urls(ToIntFunction<String> port) {
		var urls = new TreeMap<String, String>();
		MODULES.forEach((module) -> urls.put(module, url(port.applyAsInt(module), database(module))));
		return urls;
	}

	private static String url(int port, String database) {
		return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
	}

	private List<String> settings() {
		return List.of("--spring.data.redis.port=" + this.redisLine.port(), "--spring.data.redis.timeout=500ms",
				"--cleave.security.sessions.swept-every=1s", TRANSPORT + (this.kind == Kind.LOCAL ? "local" : "kafka"));
	}

	/// What a node is told to run all modules on one database behind a port.
	List<String> settings(int port, String database) {
		var settings = new ArrayList<>(settings());
		settings.add("--spring.datasource.url=" + url(port, database));
		MODULES
			.forEach((module) -> settings.add("--cleave.persistence.%s.url=%s".formatted(module, url(port, database))));
		return settings;
	}

	Kind kind() {
		return this.kind;
	}

	/// Where a module keeps what it knows.
	String database(String module) {
		return (this.kind == Kind.SPLIT) ? module : "cleave";
	}

	Path folder() {
		return this.folder;
	}

	Cluster cluster() {
		return this.cluster;
	}

	List<String> modules() {
		return MODULES;
	}

	List<ClusterNode> nodes() {
		return this.cluster.nodes();
	}

	/// The first that runs a module.
	ClusterNode nodeOf(String module) {
		return nodes().stream().filter((node) -> node.modules().contains(module)).findFirst().orElseThrow();
	}

	ClusterNode anyNode(RandomGenerator random) {
		return nodes().get(random.nextInt(nodes().size()));
	}

	/// Where some people ask who do without the gateway, if all nodes can answer all.
	List<URI> addresses() {
		return (this.kind == Kind.SPLIT) ? List.of(this.cluster.gateway())
				: nodes().stream().map(ClusterNode::address).toList();
	}

	/// The line to its database of the first that runs a module.
	FaultLine databaseLine(String module) {
		return this.databaseLines.get(nodes().indexOf(nodeOf(module)));
	}

	List<FaultLine> databaseLines() {
		return this.databaseLines;
	}

	FaultLine replicationLine() {
		return this.replicationLine;
	}

	FaultLine redisLine() {
		return this.redisLine;
	}

	TestRedis redis() {
		return this.redis;
	}

	TestPostgres primary() {
		return this.primary;
	}

	TestPostgres standby() {
		return this.standby;
	}

	/// Nobody is answered any more before the standby has it. One that has lost touch,
	/// such as after a crash, must not take over: returns when it is in step.
	void waitForStandby() {
		this.primary.waitsForStandby(true);
		this.primary.awaitInStep();
	}

	/// The power goes out where orders are written, and the standby takes over. The nodes
	/// can reach nobody else from then on.
	void failOver() {
		this.primary.kill();
		this.replicationLine.cut();
		this.databaseLines.forEach(FaultLine::cut);
		var failed = this.primary;
		this.primary = this.standby;
		this.primary.promote();
		this.databaseLines.forEach((line) -> line.leadsTo(this.primary.port()));
		this.databaseLines.forEach(FaultLine::heal);
		failed.close();
	}

	/// A new standby follows whoever writes now.
	void followAgain() {
		this.copies++;
		this.replicationLine.leadsTo(this.primary.port());
		this.replicationLine.heal();
		this.standby = keep(
				this.primary.follow(this.folder.resolve("standby-" + this.copies), this.replicationLine.port()));
	}

	/// A number that somebody finds who may look into a module's tables.
	long asks(String module, String sql) {
		return this.primary.asks(database(module), sql);
	}

	/// What somebody does who may do anything to a module's tables.
	void execute(String module, String sql) {
		this.primary.execute(database(module), sql);
	}

	/// Has the reports made anew, by a human.
	void rebuildReports() {
		dev.cleave.witness.Load.rebuildReports(this.cluster.gateway());
	}

	/// Whatever was broken is whole again: returns when all nodes are served.
	void heal() {
		this.databaseLines.forEach(FaultLine::heal);
		this.redisLine.heal();
		if (!this.primary.isAlive()) {
			this.primary.startAgain();
		}
		if (!this.redis.isAlive()) {
			this.redis.startAgain();
		}
		for (var node : nodes()) {
			if (!node.isAlive()) {
				node.flags();
				node.start();
			}
		}
		for (var node : nodes()) {
			node.awaitReady();
			this.cluster.balancer().awaitUp(node);
		}
	}

	/// For somebody who may read everything.
	Map<String, String> databases() {
		var urls = new TreeMap<String, String>();
		MODULES.forEach((module) -> urls.put(module, this.primary.url(database(module))));
		return urls;
	}

	static void goesOnFor(Duration time) {
		try {
			Thread.sleep(time);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		for (var part : this.parts) {
			try {
				part.close();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}
		FileSystemUtils.deleteRecursively(this.folder.toFile());
	}

}
