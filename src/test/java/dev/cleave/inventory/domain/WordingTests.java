package dev.cleave.inventory.domain;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordingTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			100 received, PO-9: delivery           | RECEIVED | 100 | me     | PO-9 | delivery
			3 received: found                      | RECEIVED | 3   | me     |      | found
			13 reserved for order 0190             | RESERVED | 13  | orders | 0190 |
			13 reserved for tuesday's fair         | RESERVED | 13  | fairs  | tuesday's fair |
			13 released from order 0190: too late  | RELEASED | 13  | orders | 0190 | too late
			40 shipped for order 0190: shipment 1  | SHIPPED  | 40  | orders | 0190 | shipment 1
			2 returned from order 0190: return 1   | RETURNED | 2   | orders | 0190 | return 1
			5 written off: broken                  | ADJUSTED | -5  | me     |      | broken
			5 written off, R-1: broken             | ADJUSTED | -5  | me     | R-1  | broken
			1 written off, order 0190: broken      | ADJUSTED | -1  | orders | 0190 | broken
			7 added: counted                       | ADJUSTED | 7   | me     |      | counted
			20 sent to north                       | ADJUSTED | -20 | me     | 0191 | transfer sent to north
			19 received from main                  | ADJUSTED | 19  | me     | 0191 | transfer received from main
			""")
	void saysWhatAMovementWas(String text, MovementType type, long quantity, String actor, @Nullable String reference,
			@Nullable String reason) {
		assertThat(Wording.of(type, quantity, actor, reference, reason)).isEqualTo(text);
	}

	@Test
	void saysWhatSeveralMovementsWere() {
		assertThat(Wording.ofOthers(MovementType.SHIPPED, -2_310, 57)).isEqualTo("2310 shipped in 57 others");
		assertThat(Wording.ofOthers(MovementType.ADJUSTED, -3, 2)).isEqualTo("3 written off in 2 others");
		assertThat(Wording.ofOthers(MovementType.ADJUSTED, 3, 1)).isEqualTo("3 added in 1 other");
	}

}
