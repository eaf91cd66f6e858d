package dev.cleave.architecture;

import java.util.List;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

/// Entities and repositories are package-private in `domain`.
final class EntitiesAndRepositoriesAreHidden extends Rule {

	@Override
	List<String> offences(Code code) {
		return against(code,
				classes().that(Rooms.ENTITIES).should().bePackagePrivate().andShould().resideInAnyPackage(Rooms.DOMAIN),
				classes().that(Rooms.REPOSITORIES)
					.should()
					.bePackagePrivate()
					.andShould()
					.resideInAnyPackage(Rooms.DOMAIN));
	}

}
