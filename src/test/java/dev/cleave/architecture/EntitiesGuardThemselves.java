package dev.cleave.architecture;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/// Entities have no setters, a `@Version` and their module's schema, and know other aggregates by id.
final class EntitiesGuardThemselves extends Rule {

	@Override
	List<String> offences(Code code) {
		return found(code.classes().stream().filter(Rooms.ENTITIES).toList(), "entities", code).stream()
			.flatMap(entity -> offences(entity, code.moduleOf(entity.getPackageName()))
				.map("%s %%s".formatted(entity.getName())::formatted))
			.toList();
	}

	private static Stream<String> offences(JavaClass entity, String module) {
		var setters = entity.getMethods()
			.stream()
			.filter(EntitiesGuardThemselves::isSetter)
			.map(method -> "has the setter " + method.getName());
		var version = entity.getAllFields().stream().anyMatch(field -> field.isAnnotatedWith(Version.class))
				? Stream.<String>empty() : Stream.of("has no @Version");
		var schema = entity.tryGetAnnotationOfType(Table.class)
			.map(Table::schema)
			.filter(name -> !name.isEmpty() && !name.equals(module))
			.stream()
			.map("names the schema %s"::formatted);
		var others = entity.getFields()
			.stream()
			.filter(field -> field.isAnnotatedWith(ManyToOne.class) || field.isAnnotatedWith(OneToOne.class)
					|| field.isAnnotatedWith(ManyToMany.class))
			.map(field -> "holds another aggregate in " + field.getName());
		return Stream.of(setters, version, schema, others).flatMap(offence -> offence);
	}

	private static boolean isSetter(JavaMethod method) {
		return method.getName().matches("set[A-Z].*") && method.getRawParameterTypes().size() == 1
				&& !method.getModifiers().contains(JavaModifier.STATIC);
	}

}
