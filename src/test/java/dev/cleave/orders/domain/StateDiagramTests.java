package dev.cleave.orders.domain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The picture in the docs is drawn from the table that the product obeys.
class StateDiagramTests {

	private static final Path DOCS = Path.of("docs/order-states.md");

	@Test
	void showsTheStateMachineAsItIs() throws IOException {
		var docs = Files.readString(DOCS);
		var drawn = docs.substring(docs.indexOf("```mermaid"), docs.lastIndexOf("```"));

		assertThat(drawn).as("%s must have this picture:%n%s", DOCS, diagram()).isEqualTo(diagram());
	}

	@Test
	void namesEveryMove() throws IOException {
		var docs = Files.readString(DOCS);

		assertThat(Move.values()).allSatisfy(move -> assertThat(docs).contains("`%s`".formatted(word(move))));
	}

	private static String diagram() {
		var moves = new LinkedHashMap<String, String>();
		StateMachine.TRANSITIONS.forEach(transition -> moves.merge(
				"%s --> %s".formatted((transition.from() != null) ? transition.from() : "[*]", transition.to()),
				word(transition.move()), "%s, %s"::formatted));
		var ends = Stream.of(OrderStatus.values()).filter(StateMachine::isEnd).map("%s --> [*]"::formatted);
		return Stream.concat(moves.entrySet().stream().map(step -> step.getKey() + ": " + step.getValue()), ends)
			.map("    %s\n"::formatted)
			.collect(Collectors.joining("", "```mermaid\nstateDiagram-v2\n", ""));
	}

	private static String word(Move move) {
		return move.name().toLowerCase(Locale.ROOT);
	}

}
