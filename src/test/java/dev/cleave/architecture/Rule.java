package dev.cleave.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.tngtech.archunit.lang.ArchRule;

/// A rule of the house. Its class is named for the sentence it holds up.
abstract class Rule {

	/// What breaks the rule, one sentence each, naming the offender.
	///
	/// @throws AssertionError if there is nothing that the rule could be held against
	abstract List<String> offences(Code code);

	/// The package below `dev.cleave.planted` that breaks this rule.
	final String planted() {
		return getClass().getSimpleName().toLowerCase(Locale.ROOT);
	}

	@Override
	public final String toString() {
		var words = getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
		return Character.toUpperCase(words.charAt(0)) + words.substring(1);
	}

	/// The offences against rules of ArchUnit, each of which must find something to look
	/// at.
	static List<String> against(Code code, ArchRule... rules) {
		return Arrays.stream(rules)
			.flatMap(rule -> rule.allowEmptyShould(false)
				.evaluate(code.classes())
				.getFailureReport()
				.getDetails()
				.stream())
			.toList();
	}

	/// For rules that are not ArchUnit's: guards them against patterns that match
	/// nothing.
	static <T> List<T> found(List<T> things, String what, Code code) {
		if (things.isEmpty()) {
			throw new AssertionError("Found no %s in %s".formatted(what, code.root()));
		}
		return things;
	}

}
