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
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import dev.cleave.topology.Cluster;
import dev.cleave.topology.ClusterNode;
import dev.cleave.topology.FaultLine;
import dev.cleave.topology.Layout;
import dev.cleave.topology.TestPostgres;
import dev.cleave.topology.TestRedis;
import org.springframework.util.FileSystemUtils;

/// A shop that can be broken: two nodes behind the gateway, each with lines of its own to a PostgreSQL that a standby
/// follows, and to a Redis.
final class Stand implements AutoCloseable {

	private static final List<String> MODULES = List.of("auth", "inventory", "orders", "reporting");

	private final List<AutoCloseable> parts = new ArrayList<>();

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

	private Stand(Path folder, List<String> settings) {
		this.folder = folder;
		try {
			this.primary = keep(TestPostgres.start(folder.resolve("postgres")));
			this.primary.execute("CREATE DATABASE cleave");
			this.replicationLine = keep(new FaultLine(this.primary.port()));
			this.standby = keep(this.primary.follow(folder.resolve("standby"), this.replicationLine.port()));
			this.redis = keep(TestRedis.start(folder));
			this.redisLine = keep(new FaultLine(this.redis.port()));
			for (var node = 0; node < 2; node++) {
				this.databaseLines.add(keep(new FaultLine(this.primary.port())));
			}
			Cluster.train(Path.of(System.getProperty("cleave.jar", "target/cleave.jar")));
			this.cluster = keep(Cluster.start(Layout.MONO,
					Stream.concat(settings(0).stream(), settings.stream()).toArray(String[]::new)));
			this.cluster.balancer().admit(this.cluster.add("mono-2", MODULES, settings(1).toArray(String[]::new)));
		}
		catch (RuntimeException | Error ex) {
			close();
			throw ex;
		}
	}

	/// @param settings of all its nodes, beside the usual ones
	static Stand start(String... settings) {
		try {
			return new Stand(Files.createTempDirectory("cleave-faults-"), List.of(settings));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private <T extends AutoCloseable> T keep(T part) {
		this.parts.addFirst(part);
		return part;
	}

	private List<String> settings(int node) {
		return settings(this.databaseLines.get(node).port(), "cleave");
	}

	/// What a node is told to run on a database behind a port, with the Redis of all.
	List<String> settings(int port, String database) {
		var url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
		var settings = new ArrayList<>(List.of("--spring.datasource.url=" + url,
				"--spring.data.redis.port=" + this.redisLine.port(), "--spring.data.redis.timeout=500ms"));
		MODULES.forEach((module) -> settings.add("--cleave.persistence.%s.url=%s".formatted(module, url)));
		return settings;
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

	ClusterNode node(int number) {
		return this.cluster.nodes().get(number);
	}

	ClusterNode anyNode(RandomGenerator random) {
		return node(random.nextInt(2));
	}

	List<URI> addresses() {
		return List.of(node(0).address(), node(1).address());
	}

	/// The line of a node to its database.
	FaultLine databaseLine(int node) {
		return this.databaseLines.get(node);
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

	/// Has the reports made anew, by a human.
	void rebuildReports() {
		dev.cleave.witness.Load.rebuildReports(this.cluster.gateway());
	}

	/// Whatever was broken is whole again: returns when both nodes are served.
	void heal() {
		this.databaseLines.forEach(FaultLine::heal);
		this.redisLine.heal();
		if (!this.primary.isAlive()) {
			this.primary.startAgain();
		}
		if (!this.redis.isAlive()) {
			this.redis.startAgain();
		}
		for (var node : List.of(node(0), node(1))) {
			if (!node.isAlive()) {
				node.flags();
				node.start();
			}
		}
		for (var node : List.of(node(0), node(1))) {
			node.awaitReady();
			this.cluster.balancer().awaitUp(node);
		}
	}

	/// For somebody who may read everything.
	Map<String, String> databases() {
		var urls = new TreeMap<String, String>();
		MODULES.forEach((module) -> urls.put(module, this.primary.url("cleave")));
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
