package dev.cleave.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import org.springframework.stereotype.Controller;
import jakarta.persistence.Entity;
import org.springframework.data.repository.Repository;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

/// The words in which rules speak of the parts of a module.
final class Rooms {

	/// Where a module thinks. reporting has no truth to think about, only projections of
	/// others'.
	static final String[] DOMAIN = { "..domain..", "..projections.." };

	static final String[] WEB = { "..web.." };

	static final String[] INTAKE = { "..intake.." };

	static final String[] MESSAGES = { "..events..", "..commands.." };

	static final DescribedPredicate<JavaClass> ENTITIES = describe("entities",
			type -> type.isAnnotatedWith(Entity.class));

	static final DescribedPredicate<JavaClass> REPOSITORIES = describe("repositories",
			type -> (type.isAssignableTo(Repository.class)
					|| type.isAnnotatedWith(org.springframework.stereotype.Repository.class))
					&& type.getPackageName().startsWith("dev.cleave."));

	static final DescribedPredicate<JavaClass> CONTROLLERS = describe("controllers",
			type -> type.isAnnotatedWith(Controller.class) || type.isMetaAnnotatedWith(Controller.class));

	private Rooms() {
	}

	/// Classes in the rooms of business modules; platform has rooms of the same names
	/// with another purpose.
	static DescribedPredicate<JavaClass> inBusiness(Code code, String... rooms) {
		return resideInAnyPackage(rooms).and(resideInAnyPackage(code.businessPackages()));
	}

	/// A use case is a public class of the domain that is made once and has work to do.
	static boolean isUseCase(JavaClass type) {
		return resideInAnyPackage(DOMAIN).test(type) && type.getModifiers().contains(JavaModifier.PUBLIC)
				&& !type.isInterface() && !type.isRecord() && !ENTITIES.test(type);
	}

}
