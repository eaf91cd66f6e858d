package dev.cleave.architecture;

import java.util.List;

import javax.sql.DataSource;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.persistence.EntityManager;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/// Controllers are package-private in `web`. They and whatever else is in a module's `web` know no repository,
/// EntityManager or JdbcClient.
final class ControllersKnowOnlyUseCases extends Rule {

	private static final DescribedPredicate<JavaClass> STORAGE = Rooms.REPOSITORIES
		.or(assignableTo(EntityManager.class).or(assignableTo(JdbcClient.class))
			.or(assignableTo(JdbcOperations.class))
			.or(assignableTo(DataSource.class)))
		.as("storage");

	@Override
	List<String> offences(Code code) {
		return against(code,
				classes().that(Rooms.CONTROLLERS).should().bePackagePrivate().andShould().resideInAnyPackage(Rooms.WEB),
				noClasses().that(describe("in web", Rooms.inBusiness(code, Rooms.WEB)))
					.should()
					.dependOnClassesThat(STORAGE));
	}

}
