package dev.cleave.architecture;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;

/// Nothing is injected into fields or setters: what a class needs comes through its constructor.
final class NothingIsInjectedIntoFieldsOrSetters extends Rule {

	private static final List<String> INJECTIONS = List.of("org.springframework.beans.factory.annotation.Autowired",
			"jakarta.inject.Inject", "jakarta.annotation.Resource", "jakarta.persistence.PersistenceContext",
			"jakarta.persistence.PersistenceUnit");

	@Override
	List<String> offences(Code code) {
		return found(code.classes().stream().flatMap(NothingIsInjectedIntoFieldsOrSetters::members).toList(), "members",
				code)
			.stream()
			.filter(NothingIsInjectedIntoFieldsOrSetters::isInjected)
			.map(member -> "%s is injected".formatted(member.getFullName()))
			.toList();
	}

	private static Stream<JavaMember> members(JavaClass type) {
		return Stream.concat(type.getFields().stream(), type.getMethods().stream());
	}

	private static boolean isInjected(JavaMember member) {
		return INJECTIONS.stream()
			.anyMatch(annotation -> member.isAnnotatedWith(annotation) || member.isMetaAnnotatedWith(annotation));
	}

}
