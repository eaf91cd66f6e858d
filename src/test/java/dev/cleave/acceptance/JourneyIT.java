package dev.cleave.acceptance;

import java.net.URI;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.cleave.topology.Cluster;
import dev.cleave.topology.ClusterNode;
import dev.cleave.topology.Layout;
import dev.cleave.topology.SharedCluster;
import dev.cleave.transcript.Exchange;
import dev.cleave.transcript.Masks;
import dev.cleave.transcript.Transcripts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// A customer who meets another node with each request, some of which die meanwhile and come back, is told the same, byte
/// for byte, as one who meets the same node all the time.
class JourneyIT {

	/// What both of them have made up for themselves.
	private static final Pattern WORD = Pattern.compile("(?<=journey|traveller-|key-)[0-9a-f]{16}");

	private static final Pattern NODE = Pattern.compile("(?m)^  x-served-by: (.*)$", Pattern.CASE_INSENSITIVE);

	private static Cluster cluster;

	@BeforeAll
	static void start() {
		cluster = SharedCluster.of(Layout.MONO_TIMES_3);
	}

	@Test
	void isTheSameWhoeverServesItsSteps() throws Exception {
		var nodes = cluster.nodes();
		var rounds = new Rounds(nodes);
		var accidents = new Accidents(nodes, rounds);

		var expected = travel("alone", new Rounds(List.of(nodes.getFirst())), (_) -> {
		});
		var found = travel("rounds", rounds, accidents::before);

		accidents.end();
		nodes.forEach(cluster.balancer()::awaitUp);
		assertThat(accidents.number()).isEqualTo(3);
		assertThat(expected.servedBy()).hasSizeGreaterThanOrEqualTo(40).containsOnly("mono-1");
		assertThat(found.servedBy()).hasSizeGreaterThanOrEqualTo(40)
			.contains(nodes.stream().map(ClusterNode::name).toArray(String[]::new));
		assertThat(found.servedBySameAsBefore()).isEmpty();
		assertThat(found.text()).isEqualTo(expected.text());
	}

	private static Diary travel(String name, Supplier<URI> turn, IntConsumer beforeEachStep) throws Exception {
		var shop = new Shop(ShopOfCluster.of(cluster));
		try (var others = shop.door(); var door = new Door(turn)) {
			var journey = new Journey(door, Journey.Goods.offered(shop.clerk()), beforeEachStep);
			door.transcript().begin();
			assertThat(journey.travel()).as("steps").isGreaterThanOrEqualTo(40);
			var text = WORD.matcher(Masks.ofTopologies().hide(door.transcript().settled())).replaceAll("<word>");
			Transcripts.of("journey").write("JourneyIT." + name, text);
			return new Diary(text, door.transcript().said().stream().map(JourneyIT::servedBy).toList());
		}
	}

	private static String servedBy(Exchange exchange) {
		return NODE.matcher(exchange.answer()).results().map((line) -> line.group(1)).findFirst().orElseThrow();
	}

	/// @param servedBy node by node, with each repetition of a question
	private record Diary(String text, List<String> servedBy) {

		List<Integer> servedBySameAsBefore() {
			return IntStream.range(1, this.servedBy.size())
				.filter((request) -> this.servedBy.get(request).equals(this.servedBy.get(request - 1)))
				.boxed()
				.toList();
		}

	}

}
