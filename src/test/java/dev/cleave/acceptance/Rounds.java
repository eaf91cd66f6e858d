package dev.cleave.acceptance;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import dev.cleave.topology.ClusterNode;

/// Goes from node to node, and past those that are away.
final class Rounds implements Supplier<URI> {

	private final List<ClusterNode> nodes;

	private final Set<ClusterNode> away = ConcurrentHashMap.newKeySet();

	private int last = -1;

	Rounds(List<ClusterNode> nodes) {
		this.nodes = List.copyOf(nodes);
	}

	void leaveOut(ClusterNode node) {
		this.away.add(node);
	}

	void takeIn(ClusterNode node) {
		this.away.remove(node);
	}

	@Override
	public synchronized URI get() {
		do {
			this.last = (this.last + 1) % this.nodes.size();
		}
		while (this.away.contains(this.nodes.get(this.last)));
		return this.nodes.get(this.last).address();
	}

}
