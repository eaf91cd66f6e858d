package dev.cleave.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaParameter;
import org.springframework.beans.factory.annotation.Value;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

/// Banned are packages named `common util helper shared misc impl`, types named `…Util …Helper …Manager …Impl …Dto`,
/// `System.out` and `@Value`.
final class VagueNamesAndShortcutsAreBanned extends Rule {

	private static final Set<String> PACKAGES = Set.of("common", "util", "utils", "helper", "helpers", "shared", "misc",
			"impl");

	private static final String TYPES = ".*(Utils?|Helpers?|Manager|Impl|Dto|DTO)";

	@Override
	List<String> offences(Code code) {
		var types = code.classes().stream().toList();
		return Stream
			.of(types.stream().flatMap(type -> vaguePackage(type, code)),
					types.stream().flatMap(VagueNamesAndShortcutsAreBanned::vagueName),
					types.stream().flatMap(VagueNamesAndShortcutsAreBanned::injectedValues),
					against(code, noClasses().should(ACCESS_STANDARD_STREAMS)).stream())
			.flatMap(offence -> offence)
			.toList();
	}

	private static Stream<String> vaguePackage(JavaClass type, Code code) {
		return Arrays.stream(type.getPackageName().substring(code.root().length()).split("\\."))
			.filter(PACKAGES::contains)
			.map(name -> "%s lies in a package named %s".formatted(type.getName(), name));
	}

	private static Stream<String> vagueName(JavaClass type) {
		return type.getSimpleName().matches(TYPES) ? Stream.of("%s has a vague name".formatted(type.getName()))
				: Stream.empty();
	}

	private static Stream<String> injectedValues(JavaClass type) {
		var fields = type.getFields()
			.stream()
			.filter(field -> field.isAnnotatedWith(Value.class))
			.map(JavaField::getFullName);
		var parameters = type.getCodeUnits()
			.stream()
			.flatMap(unit -> unit.getParameters().stream())
			.filter(parameter -> parameter.isAnnotatedWith(Value.class))
			.map(JavaParameter::getDescription);
		return Stream.concat(fields, parameters).map(place -> "%s uses @Value".formatted(place));
	}

}
