package dev.cleave.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.cleave.TestServers;
import dev.cleave.topology.Cluster;
import dev.cleave.topology.Layout;
import dev.cleave.topology.MovingScript;
import dev.cleave.topology.TestBroker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Inventory goes to a process and a database of its own and comes back, three times, while people order, and nobody
/// notices but those who want to change the stock in a moment.
@Tag("topologies")
class MovingIT {

	private static final System.Logger log = System.getLogger(MovingIT.class.getName());

	private static final int ROUND_TRIPS = Integer.getInteger("cleave.round-trips", 3);

	private final String own = TestServers.freshDatabase();

	private final List<Long> pauses = new ArrayList<>();

	private Cluster cluster;

	private MovingScript script;

	@BeforeEach
	void look() {
		assumeTrue(MovingScript.canRun(), "psql or socat is missing: apt-get install postgresql-client socat");
	}

	@Test
	void movesInventoryThereAndBackWhilePeopleOrder() {
		try (var broker = TestBroker.start();
				var shop = new Shop(ShopOfCluster.start(Layout.MONO_TIMES_3, "--cleave.web.lame-duck=5s",
						"--cleave.pools.requests=16", "--cleave.messaging.pace=200ms",
						"--cleave.messaging.kafka.bootstrap-servers=" + broker.bootstrapServers()))) {
			this.cluster = ((ShopOfCluster) shop.system()).cluster();
			leaveTwo();
			this.script = MovingScript.between(this.cluster.databases().get("inventory"), this.own,
					this.cluster.balancer());
			var trade = new BusyTrade(shop);
			trade.warmUp();

			trade.during(() -> {
				roll("--cleave.messaging.transport=kafka");
				begin();
				for (var trip = 1; trip <= ROUND_TRIPS; trip++) {
					extract();
					absorb();
				}
			});

			log.log(System.Logger.Level.INFO, "{0}; pauses of {1} ms by the script", trade, this.pauses);
			trade.verify(ROUND_TRIPS * 2);
			assertThat(this.pauses).hasSize(ROUND_TRIPS * 2).allMatch((pause) -> pause <= 2_000);
			shop.system().checker().orElseThrow().awaitRest(Duration.ofMinutes(2));
			shop.check();
		}
	}

	/// Two cores have enough to do with two, at a slower pace.
	private void leaveTwo() {
		this.cluster.balancer().remove(this.cluster.node("mono-3"));
		this.cluster.node("mono-3").kill();
	}

	/// What is done once, before the first move.
	private void begin() {
		this.cluster.makeSchemas(List.of("inventory"), ofItsOwn());
		step("extract", "check");
	}

	private void extract() {
		step("extract", "copy");
		if (this.cluster.nodes().stream().noneMatch((node) -> node.name().equals("inventory-1"))) {
			this.cluster.balancer().admit(this.cluster.add("inventory-1", List.of("inventory"), ofItsOwn()));
		}
		step("extract", "switch");
		roll("--cleave.modules=auth,orders,reporting");
		step("extract", "finish");
	}

	private void absorb() {
		step("absorb", "copy");
		roll("--cleave.modules=auth,inventory,orders,reporting");
		step("absorb", "switch");
		step("absorb", "finish");
	}

	private String[] ofItsOwn() {
		return new String[] { "--spring.datasource.url=" + this.own, "--cleave.persistence.inventory.url=" + this.own,
				"--cleave.messaging.transport=kafka" };
	}

	/// One after the other, without a gap for whoever comes.
	private void roll(String setting) {
		for (var node : List.of(this.cluster.node("mono-1"), this.cluster.node("mono-2"))) {
			node.set(setting);
			node.restart();
			this.cluster.balancer().awaitUp(node);
		}
	}

	private void step(String move, String step) {
		var said = this.script.run(move, "inventory", step);
		log.log(System.Logger.Level.INFO, said.strip());
		said.lines()
			.filter((line) -> line.contains("could not write for"))
			.map((line) -> Long.valueOf(line.replaceFirst(".* for ([0-9]+) ms", "$1")))
			.forEach(this.pauses::add);
	}

}
