package dev.cleave.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Needs the seven months, so it runs only where they are asked for: `./mvnw verify -Preal-data`.
@Tag("real-data")
class RetailFileIT {

	@Test
	void holdsTheOrdersThatItsDescriptionCounts() {
		var orders = RetailFile.sevenMonths().orders();

		assertThat(RetailFigures.of(orders).total()).isEqualTo(new RetailSales(9_659, 2_501_870, 482_646_649));
		assertThat(orders).flatMap(RetailOrder::lines).hasSize(239_930);
		assertThat(RetailProduct.of(orders)).hasSize(3_515);
	}

	@Test
	void holdsTheReturnsThatAnotherProgramCounts() {
		var file = RetailFile.sevenMonths();
		try (var lines = file.lines()) {
			var returns = RetailReturns.of(file.orders(), lines);

			assertThat(returns.units()).isEqualTo(109_658);
			assertThat(returns.unmatchedLines()).isEqualTo(1_207);
			assertThat(returns.unmatchedUnits()).isEqualTo(21_370);
		}
	}

	@Test
	void beginsWithTheSampleDay() {
		var firstDay = RetailFile.sevenMonths()
			.orders()
			.stream()
			.filter(order -> order.day().equals(LocalDate.of(2010, 12, 1)))
			.toList();

		assertThat(firstDay).isEqualTo(RetailFile.sampleDay().orders());
	}

}
