package dev.cleave.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.cleave.TestServers;
import org.jspecify.annotations.Nullable;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// A shop of processes of the packaged jar, as it runs in production: behind HAProxy, on empty databases of
/// [TestServers]. Nothing of it outlives this JVM.
public final class Cluster implements AutoCloseable {

	private final Path folder;

	private final Release release;

	private final List<ClusterNode> nodes = new ArrayList<>();

	private final Balancer balancer;

	private final NodeSettings settings;

	private final @Nullable TestBroker broker;

	private Cluster(Layout layout, Map<String, String> databases, Release release, Map<String, String> environment,
			List<String> moreSettings) {
		this.folder = folder(layout);
		this.release = release;
		this.balancer = Balancer.start(this.folder, environment);
		this.broker = needsBroker(layout, moreSettings) ? TestBroker.start() : null;
		var more = new ArrayList<>(moreSettings);
		if (this.broker != null) {
			more.addFirst("--cleave.messaging.transport=kafka");
			more.addFirst("--cleave.messaging.kafka.bootstrap-servers=" + this.broker.bootstrapServers());
		}
		this.settings = new NodeSettings(layout.isSplit(), databases, more);
		try {
			prepare(layout);
			layout.nodes().forEach((name, modules) -> launch(name, modules));
			this.nodes.forEach(ClusterNode::awaitReady);
			this.nodes.forEach(this.balancer::admit);
			layout.routes().forEach(this.balancer::route);
		}
		catch (RuntimeException | Error ex) {
			close();
			throw ex;
		}
	}

	private void prepare(Layout layout) {
		if (Training.isWorthwhile(this.release, layout.nodes().size())) {
			Training.run(this.release, this.settings.ofAdministrator(), this.folder);
		}
		else if (layout.isSplit()) {
			Schemas.make(this.release, this.settings.ofAdministrator(), this.folder);
		}
	}

	private static boolean needsBroker(Layout layout, List<String> settings) {
		return layout.isSplit() || settings.contains("--cleave.messaging.transport=kafka");
	}

	/// Returns when all nodes are ready behind HAProxy. Tests that ask for a cluster
	/// where there is no HAProxy are left out.
	///
	/// @param moreSettings such as `--cleave.messaging.transport=kafka`, in place of
	/// those that they repeat
	public static Cluster start(Layout layout, String... moreSettings) {
		return start(layout, Map.of(), moreSettings);
	}

	/// @param environment what HAProxy's configuration is told, such as `CLEAVE_BALANCE`
	static Cluster start(Layout layout, Map<String, String> environment, String... moreSettings) {
		return start(layout, layout.databases(), environment, List.of(moreSettings));
	}

	/// The same on databases of its own.
	///
	/// @param databases JDBC URLs by module
	public static Cluster startOn(Map<String, String> databases, Layout layout, String... moreSettings) {
		return start(layout, databases, Map.of(), List.of(moreSettings));
	}

	private static Cluster start(Layout layout, Map<String, String> databases, Map<String, String> environment,
			List<String> moreSettings) {
		assumeTrue(Balancer.isInstalled(), "HAProxy is missing: apt-get install haproxy");
		return new Cluster(layout, databases, Release.packaged(), environment, moreSettings);
	}

	/// Where HAProxy answers.
	public URI gateway() {
		return this.balancer.address();
	}

	public List<ClusterNode> nodes() {
		return List.copyOf(this.nodes);
	}

	public ClusterNode node(String name) {
		return this.nodes.stream()
			.filter((node) -> node.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is no node " + name));
	}

	/// The address of each module's database, for somebody who may look into everything.
	public Map<String, String> databases() {
		var urls = new TreeMap<>(this.settings.databases());
		urls.replaceAll((_, url) -> url + "?user=postgres");
		return urls;
	}

	public TestBroker broker() {
		if (this.broker == null) {
			throw new IllegalStateException("This cluster has no broker");
		}
		return this.broker;
	}

	boolean hasBroker() {
		return this.broker != null;
	}

	/// Where its processes write what they say.
	Path folder() {
		return this.folder;
	}

	public Balancer balancer() {
		return this.balancer;
	}

	/// Starts one more node, which is given no requests before it is
	/// [admitted][Balancer#admit(ClusterNode)].
	///
	/// @param modules those it runs
	/// @param more settings, in place of those that they repeat
	public ClusterNode add(String name, List<String> modules, String... more) {
		var node = launch(name, modules, more);
		node.awaitReady();
		return node;
	}

	/// Has no more to do with a node that has ended.
	public void forget(ClusterNode node) {
		this.nodes.remove(node);
	}

	/// Lets later processes of a jar start with less work, by running it once.
	public static void train(Path jar) {
		var release = Release.of(jar);
		if (Training.isWorthwhile(release, Layout.MONO_TIMES_3.nodes().size())) {
			var settings = new NodeSettings(false, Layout.MONO.databases(), List.of());
			Training.run(release, settings.ofAdministrator(), folder(Layout.MONO));
		}
	}

	/// Brings the databases to what a jar wants, as an operator does before nodes run it.
	public void migrate(Path jar) {
		Schemas.make(Release.of(jar), this.settings.ofAdministrator(), this.folder);
	}

	/// Makes the roles and schemas of some modules where these settings say, as an
	/// operator does beforehand.
	public void makeSchemas(List<String> modules, String... more) {
		Schemas.make(this.release, NodeSettings.with(this.settings.of(modules), List.of(more)), this.folder);
	}

	/// Begins to start one more node.
	public ClusterNode launch(String name, List<String> modules, String... more) {
		var told = NodeSettings.with(this.settings.of(modules), List.of(more));
		var node = new ClusterNode(name, modules, told, this.folder, this.release);
		this.nodes.add(node);
		node.start();
		return node;
	}

	/// Ends all nodes in good order, and then what they needed.
	void stop() {
		this.nodes.stream().filter(ClusterNode::isAlive).forEach(ClusterNode::ask);
		this.nodes.stream().filter(ClusterNode::isAlive).forEach(ClusterNode::stop);
		close();
	}

	@Override
	public void close() {
		this.nodes.stream().filter(ClusterNode::isAlive).forEach(ClusterNode::kill);
		this.balancer.close();
		if (this.broker != null) {
			this.broker.close();
		}
	}

	private static Path folder(Layout layout) {
		try {
			var clusters = Files.createDirectories(Build.folder().resolve("clusters"));
			return Files.createTempDirectory(clusters, layout.name().toLowerCase(Locale.ROOT) + "-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
