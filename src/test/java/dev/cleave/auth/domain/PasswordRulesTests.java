package dev.cleave.auth.domain;

import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("S24")
class PasswordRulesTests {

	private static final CommonPasswords COMMON = new CommonPasswords();

	private final PasswordRules rules = new PasswordRules(COMMON);

	@ParameterizedTest
	@ValueSource(strings = { "correct horse battery staple", "a password of some length", "password-0123456789abcdef",
			"Пароль из многих слов", "🔑🔒🔓🗝🚪🧱🏠🏡🏢🏣🏤🏥", "\u0000\r\n\t binary is fine", "' OR '1'='1' --",
			"Test12345678", "cleave is a fine shop", "ann is short" })
	void takesWhateverIsLongAndNotObvious(String password) {
		assertThat(weaknesses(password)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "elevenchars, LENGTH", "🔑🔒🔓🗝🚪🧱🏠, LENGTH", "'', LENGTH", "1qaz2wsx3edc, COMMON",
			"QWERTY123456, COMMON", "motherfucker, COMMON", "Passwordpassword, COMMON", "cleave-local-admin, COMMON",
			"111111111111, COMMON", "zzzzzzzzzzzzzzzzzzz, PREDICTABLE", "abcdefghijklmnop, PREDICTABLE",
			"98765432109876, PREDICTABLE", "xy7xy7xy7xy7xy7, PREDICTABLE", "poiuytrewq0987654321, PREDICTABLE",
			"aaaaaaaaaaaaaB1, PREDICTABLE", "margarete.hill-2026, PERSONAL", "I am Margarete Hill, PERSONAL",
			"Cleave-cleave!, PERSONAL" })
	void namesWhatIsGuessedFirst(String password, Weakness weakness) {
		assertThat(weaknesses(password)).contains(weakness);
	}

	@Test
	void takesUpTo128CharactersOfAnyKind() {
		var phrase = "ab" + "🔑🔒🔓🗝🚪🧱🏠🏡🏢".repeat(14);

		assertThat(weaknesses(phrase)).isEmpty();
		assertThat(weaknesses(phrase + "c")).containsExactly(Weakness.LENGTH);
	}

	@Test
	void hasTheMostCommonPasswordsThatAreLongEnough() {
		assertThat(COMMON.size()).isGreaterThan(40_000);
	}

	private Set<Weakness> weaknesses(String password) {
		return this.rules.weaknesses(password, new EmailAddress("Margarete.Hill@example.org"), "Margarete Hill");
	}

}
