package dev.cleave.platform.web;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotNull;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FaultsTests {

	@Test
	void pointsIntoTheBody() {
		assertThat(Faults.pointer("lines[0].quantity")).isEqualTo("/lines/0/quantity");
		assertThat(Faults.pointer("name")).isEqualTo("/name");
		assertThat(Faults.pointer("a/b~c")).isEqualTo("/a~1b~0c");
		assertThat(Faults.pointer("")).isEmpty();
	}

	@Test
	void namesTheConstraintOnceAndGoesByPlace() {
		var faults = Faults.of(Validation.buildDefaultValidatorFactory()
			.getValidator()
			.validate(new Basket(List.of(new MoneyView(-1, "GBP"), new MoneyView(1, "XYZ")), null)));

		assertThat(faults).containsExactly(new Fault("/name", "not-null", "must not be null"),
				new Fault("/prices/0/amount", "min", "must be greater than or equal to 0"),
				new Fault("/prices/1/currency", "currency-code", "must be an ISO 4217 currency code"));
	}

	record Basket(List<@Valid MoneyView> prices, @NotNull String name) {
	}

}
