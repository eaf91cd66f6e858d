package dev.cleave.inventory;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SkuTests {

	@ParameterizedTest
	@ValueSource(strings = { "85123A", "a", "gift voucher 20", "Größe/7",
			"0123456789012345678901234567890123456789012345678901234567890123" })
	void takesPrintableText(String text) {
		assertThat(new Sku(text).value()).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", " a", "a ", "a\u0000", "a\nb", "\u2028",
			"01234567890123456789012345678901234567890123456789012345678901234" })
	void refusesAnythingElse(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Sku(text));
	}

}
