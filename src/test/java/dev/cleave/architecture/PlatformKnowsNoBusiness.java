package dev.cleave.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/// platform depends on no business module, and nothing in it is named with a word of the business. The one exception is
/// the role CUSTOMER, which a caller may play. (`Order` is a word of Spring's, too: only types may not be named for it.)
final class PlatformKnowsNoBusiness extends Rule {

	private static final Set<String> WORDS = Set.of("orders", "sku", "skus", "stock", "product", "products", "price",
			"prices", "payment", "payments", "shipment", "reservation", "reservations", "refund", "basket", "inventory",
			"invoice", "sale", "sales", "reporting", "customers");

	private static final Set<String> WORDS_OF_TYPES = Set.of("order", "customer");

	@Override
	List<String> offences(Code code) {
		var platform = code.root() + "." + Code.PLATFORM + "..";
		var dependencies = against(code,
				noClasses().that()
					.resideInAPackage(platform)
					.should()
					.dependOnClassesThat()
					.resideInAnyPackage(code.businessPackages()));
		var types = found(code.classes()
			.stream()
			.filter(JavaClass.Predicates.resideInAPackage(platform))
			.filter(Predicate.not(JavaClass::isAnonymousClass))
			.toList(), "platform", code);
		return Stream.concat(dependencies.stream(), types.stream().flatMap(PlatformKnowsNoBusiness::words)).toList();
	}

	private static Stream<String> words(JavaClass type) {
		var ofType = wordsIn(type.getSimpleName())
			.filter(word -> WORDS.contains(word) || WORDS_OF_TYPES.contains(word));
		var ofMembers = type.getMembers()
			.stream()
			.map(JavaMember::getName)
			.filter(name -> !name.contains("$"))
			.flatMap(PlatformKnowsNoBusiness::wordsIn)
			.filter(WORDS::contains);
		return Stream.concat(ofType, ofMembers).map(word -> "%s speaks of '%s'".formatted(type.getName(), word));
	}

	private static Stream<String> wordsIn(String name) {
		return Arrays.stream(name.split("_|(?<=[a-z0-9])(?=[A-Z])")).map(word -> word.toLowerCase(Locale.ROOT));
	}

}
