package dev.cleave.orders.domain;

import java.util.List;

import dev.cleave.inventory.commands.Line;
import dev.cleave.inventory.commands.ReturnedLine;
import dev.cleave.orders.events.Portion;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ProgressTests {

	private static final OrderLine ROSES = new OrderLine(1, "rose", "Rose", 5, 250, 4, 3, 1);

	private static final OrderLine ASTERS = new OrderLine(2, "aster", "Aster", 2, 100, 2, 2, 0);

	private static final OrderLine MORE_ROSES = new OrderLine(3, "rose", "Rose", 1, 200, 0, 0, 0);

	private static final List<OrderLine> LINES = List.of(ROSES, ASTERS, MORE_ROSES);

	@Test
	void bringsNoMoreToAStageThanHasComeToTheOneBefore() {
		assertThat(new Progress(Stage.SHIPPED, LINES).left()).containsExactly(Part.of(1, 1), Part.of(3, 1));
		assertThat(new Progress(Stage.DELIVERED, LINES).left()).containsExactly(Part.of(1, 1));
		assertThat(new Progress(Stage.RETURNED, LINES).left()).containsExactly(Part.of(1, 2), Part.of(2, 2));
	}

	@Test
	void countsTheSameLineTogether() {
		var progress = new Progress(Stage.RETURNED, LINES);

		assertThat(progress.faults(List.of(Part.of(1, 1), Part.of(1, 1), Part.of(2, 2)))).isEmpty();
		assertThat(progress.faults(List.of(Part.of(1, 1), Part.of(1, 2), Part.of(4, 1), Part.of(2, 9))))
			.extracting(LineFault::index, LineFault::field, LineFault::code)
			.containsExactly(tuple(1, "quantity", "quantity-too-large"), tuple(2, "line", "line-unknown"),
					tuple(3, "quantity", "quantity-too-large"));
	}

	@Test
	void isCompleteWithTheLastUnitOnly() {
		var progress = new Progress(Stage.SHIPPED, LINES);

		assertThat(progress.consign(2, List.of(Part.of(1, 1))).move()).isEqualTo(Move.SHIP_PART);
		assertThat(progress.consign(2, progress.left()).move()).isEqualTo(Move.SHIP);
		assertThat(progress.consign(2, progress.left()).complete()).isTrue();
	}

	@Test
	void isNotCompleteBeforeEverythingHasComeToTheStageBefore() {
		var progress = new Progress(Stage.DELIVERED, LINES);

		assertThat(progress.consign(1, progress.left()).move()).isEqualTo(Move.DELIVER_PART);
	}

	@Test
	void tellsOthersOfItsUnits() {
		var parts = List.of(Part.of(3, 1), Part.of(1, 1), new Part(1, 1, "broken"), Part.of(2, 1));
		var consignment = new Progress(Stage.RETURNED, LINES).consign(1, parts);

		assertThat(consignment.portions()).containsExactly(new Portion(1, 2), new Portion(2, 1), new Portion(3, 1));
		assertThat(consignment.units()).containsExactly(new Line("aster", 1), new Line("rose", 3));
		assertThat(consignment.returnedUnits()).containsExactly(new ReturnedLine("rose", 2, null),
				new ReturnedLine("rose", 1, "broken"), new ReturnedLine("aster", 1, null));
		assertThat(consignment.value()).isEqualTo(200 + 2 * 250 + 100);
		assertThat(consignment.inWords())
			.isEqualTo("4 of 8 units: line 3 × 1, line 1 × 1, line 1 × 1 written off (broken), line 2 × 1");
	}

}
