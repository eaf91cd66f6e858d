package dev.cleave.topology;

import org.jspecify.annotations.Nullable;

/// The one cluster that the tests of a JVM share, as a cluster takes long to start and much memory: whoever asks for another
/// layout ends the one before. Whoever kills a node starts it again. The last one ends with the JVM.
public final class SharedCluster {

	private static @Nullable Cluster current;

	private static @Nullable Layout layout;

	private SharedCluster() {
	}

	public static synchronized Cluster of(Layout wanted) {
		var cluster = current;
		if (cluster != null && layout == wanted) {
			return cluster;
		}
		current = null;
		if (cluster != null) {
			cluster.close();
		}
		cluster = Cluster.start(wanted);
		current = cluster;
		layout = wanted;
		return cluster;
	}

}
