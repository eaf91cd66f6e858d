package dev.cleave.architecture;

import java.nio.file.Path;
import java.util.stream.Stream;

import dev.cleave.planted.Planted;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArchitectureTests {

	static Stream<Rule> rules() {
		return Stream.of(new ModulesMeetOnlyWhereTheyMay(), new ModulesListTheirDependencies(),
				new PlatformKnowsNoBusiness(), new RootsHoldOnlyIds(), new MessagesAreRecordsOfPlainValues(),
				new EntitiesAndRepositoriesAreHidden(), new EntitiesGuardThemselves(),
				new ControllersKnowOnlyUseCases(), new DomainKnowsNoWeb(), new RoomsAreFreeOfCycles(),
				new NothingIsInjectedIntoFieldsOrSetters(), new TransactionsAreThoseOfUseCases(),
				new TimeComesFromTheClock(), new SqlNamesNoOtherSchema(), new SqlNamesItsColumns(),
				new PackagesHaveASentence(), new VagueNamesAndShortcutsAreBanned(), new NodesHoldNoState(),
				new RowsAreReadToTheEnd(), new OwnedThingsAreAskedForByTheirReader(),
				new MigrationsLetTheFormerReleaseServe());
	}

	@ParameterizedTest
	@Tag("S1")
	@MethodSource("rules")
	void theProductKeeps(Rule rule) {
		assertThat(rule.offences(Code.product())).as(rule.toString()).isEmpty();
	}

	/// Each offence is named, and nothing that keeps the rule is taken for one.
	@ParameterizedTest
	@MethodSource("rules")
	void thePlantedOffenceIsCaughtBy(Rule rule) throws ClassNotFoundException {
		var code = Code.planted(rule.planted());
		var planted = Class.forName(code.root() + ".package-info").getAnnotation(Planted.class);

		var offences = rule.offences(code);

		assertThat(planted.caught()).isNotEmpty()
			.allSatisfy(caught -> assertThat(offences).anyMatch(offence -> offence.contains(caught)));
		assertThat(offences)
			.allSatisfy(offence -> assertThat(planted.caught()).anyMatch(caught -> offence.contains(caught)));
	}

	@ParameterizedTest
	@MethodSource("rules")
	void nothingAtAllIsCaughtBy(Rule rule) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> rule.offences(Code.planted("nothing")));
	}

	/// On the tests' class path it would stand before that of the product and hide what
	/// is declared there.
	@Test
	void noPackageInfoOfTheTestsHidesOneOfTheProduct() {
		var product = Code.product();

		assertThat(product.javaFiles()).map(product.sources()::relativize)
			.filteredOn(file -> file.endsWith("package-info.java"))
			.isNotEmpty()
			.allSatisfy(file -> assertThat(Path.of("src/test/java/dev/cleave").resolve(file)).doesNotExist());
	}

	@Test
	void readsTextsOfJavaSources() {
		var source = """
				// "a comment"
				char c = '"'; String s = "one" /* "two" */ + x + "a \\"b\\"" + "c"; var t = QUOTES
					text \\" block QUOTES;
				""".replace("QUOTES", "\"\"\"");

		assertThat(StringLiterals.of(source)).containsExactly("one", "a \"b\"c", "\n\ttext \" block ");
	}

}
