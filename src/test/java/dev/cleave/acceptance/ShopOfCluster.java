package dev.cleave.acceptance;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import dev.cleave.checker.Checker;
import dev.cleave.topology.Cluster;
import dev.cleave.topology.ClusterNode;
import dev.cleave.topology.Layout;
import dev.cleave.transcript.Transcripts;

/// A shop of processes of the packaged jar, behind the gateway.
record ShopOfCluster(Cluster cluster, Checker judge) implements SystemUnderTest {

	/// Whether there is a shop of a topology that the system property `cleave.topology`
	/// names.
	static boolean isNamed() {
		return !name().isEmpty();
	}

	static String name() {
		return System.getProperty("cleave.topology", "");
	}

	static ShopOfCluster named() {
		Transcripts.of(name()).clear();
		return start(Layout.named(name()));
	}

	/// @param settings of all its nodes, in place of those that they repeat
	static ShopOfCluster start(Layout layout, String... settings) {
		return of(Cluster.start(layout, settings));
	}

	static ShopOfCluster of(Cluster cluster) {
		return new ShopOfCluster(cluster, Checker.of(cluster.databases()));
	}

	@Override
	public List<URI> nodes() {
		return List.of(this.cluster.gateway());
	}

	@Override
	public List<URI> processes() {
		return this.cluster.nodes().stream().map(ClusterNode::address).toList();
	}

	/// That of the first node; each has its own.
	@Override
	public URI management() {
		return this.cluster.nodes().getFirst().management();
	}

	@Override
	public URI management(String module) {
		return this.cluster.nodes()
			.stream()
			.filter((node) -> node.modules().contains(module))
			.findFirst()
			.orElseThrow()
			.management();
	}

	@Override
	public Optional<Checker> checker() {
		return Optional.of(this.judge);
	}

	@Override
	public Optional<Tables> tables() {
		return Optional.of(new Tables(this.cluster.databases()));
	}

	@Override
	public Optional<Ear> listen() {
		return Optional.of(new LogReader(this.cluster.nodes().stream().map(ClusterNode::output).toList()));
	}

	@Override
	public void close() {
		this.cluster.close();
	}

}
