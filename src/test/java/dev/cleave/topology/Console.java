package dev.cleave.topology;

import java.io.PrintStream;

/// Shows somebody what runs where, and does to it what he says.
final class Console {

	private static final String COMMANDS = """
			  status                 what runs where
			  kill orders-1          ends a process as a power cut would; kill broker does so to Kafka
			  start orders-1         starts it again, at the same address
			  restart orders-1       ends it in good order, and starts it again
			  freeze, thaw orders-1  stops it in the middle of whatever it does, and lets it go on
			  quit                   ends it all
			""";

	private final Cluster cluster;

	private final PrintStream out;

	Console(Cluster cluster, PrintStream out) {
		this.cluster = cluster;
		this.out = out;
	}

	void greet() {
		status();
		this.out.printf("""

				The API is at %1$s/api/v1, its description at %1$s/docs, and the first order of the README can
				be pasted%2$s. Logs are in %3$s.

				%4$s""", this.cluster.gateway(),
				this.cluster.gateway().getPort() == 8080 ? ""
						: " with port %d in place of 8080".formatted(this.cluster.gateway().getPort()),
				this.cluster.folder(), COMMANDS);
	}

	/// Does what a line says; a mistake is said, and does no harm.
	void obey(String line) {
		var words = line.strip().split("\\s+", 2);
		var name = (words.length > 1) ? words[1] : "";
		try {
			switch (words[0]) {
				case "" -> {
				}
				case "status" -> status();
				case "kill" -> kill(name);
				case "start" -> start(name);
				case "restart" -> this.cluster.node(name).restart();
				case "freeze" -> this.cluster.node(name).freeze();
				case "thaw" -> this.cluster.node(name).thaw();
				default -> this.out.print(COMMANDS);
			}
		}
		catch (IllegalStateException | IllegalArgumentException ex) {
			this.out.println(ex.getMessage());
		}
	}

	private void kill(String name) {
		if (name.equals("broker")) {
			this.cluster.broker().stop();
		}
		else {
			this.cluster.node(name).kill();
		}
	}

	private void start(String name) {
		if (name.equals("broker")) {
			this.cluster.broker().startAgain();
		}
		else {
			this.cluster.node(name).start();
			this.cluster.node(name).awaitReady();
		}
	}

	private void status() {
		this.out.printf("%n%-14s %-8s %-24s %-24s %-8s %s%n", "process", "pid", "API", "operations", "gateway",
				"modules");
		this.cluster.nodes()
			.forEach((node) -> this.out.printf("%-14s %-8s %-24s %-24s %-8s %s%n", node.name(),
					node.isAlive() ? node.pid() : "ended", node.address(), node.management(),
					this.cluster.balancer().state(node.name()), String.join(", ", node.modules())));
		this.out.printf("%-14s %-8s %-24s %s%n", "gateway", "", this.cluster.gateway(),
				this.cluster.balancer().operations());
		if (this.cluster.hasBroker()) {
			this.out.printf("%-14s %-8s %s%n", "broker", this.cluster.broker().pid(),
					this.cluster.broker().bootstrapServers());
		}
		this.cluster.databases().forEach((module, url) -> this.out.printf("%-14s %s%n", "data: " + module, url));
	}

}
