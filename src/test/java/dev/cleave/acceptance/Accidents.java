package dev.cleave.acceptance;

import java.util.List;

import dev.cleave.topology.ClusterNode;

/// Lets one node after the other die on the way, and each come back some steps later.
final class Accidents {

	/// Steps from one node's death to the next one's.
	private static final int EVERY = 13;

	/// Steps from a node's death to its start, and from its start until it is needed.
	private static final int PAUSE = 5;

	private final List<ClusterNode> nodes;

	private final Rounds rounds;

	private int number;

	Accidents(List<ClusterNode> nodes, Rounds rounds) {
		this.nodes = List.copyOf(nodes);
		this.rounds = rounds;
	}

	/// How many there were.
	int number() {
		return this.number;
	}

	void before(int step) {
		var node = this.nodes.get(Math.max(0, this.number - 1) % this.nodes.size());
		switch (step % EVERY) {
			case 0 -> kill(this.nodes.get(this.number % this.nodes.size()));
			case PAUSE -> startIfDead(node);
			case 2 * PAUSE -> welcome(node);
			default -> {
			}
		}
	}

	/// Starts whoever is still away.
	void end() {
		for (var node : this.nodes) {
			startIfDead(node);
			welcome(node);
		}
	}

	private void kill(ClusterNode node) {
		this.number++;
		this.rounds.leaveOut(node);
		node.kill();
	}

	private static void startIfDead(ClusterNode node) {
		if (!node.isAlive()) {
			node.start();
		}
	}

	private void welcome(ClusterNode node) {
		node.awaitReady();
		this.rounds.takeIn(node);
	}

}
