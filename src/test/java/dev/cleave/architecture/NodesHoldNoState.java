package dev.cleave.architecture;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.servlet.http.HttpSession;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/// No node holds what another lacks: no `HttpSession` attributes, no static mutable state. Static fields are final; none
/// is an array, an atomic, a lock-holder or a collection that can change.
final class NodesHoldNoState extends Rule {

	private static final Set<Class<?>> MUTABLE = Set.of(StringBuilder.class, ThreadLocal.class, Date.class);

	@Override
	List<String> offences(Code code) {
		var attributes = against(code,
				noClasses().should()
					.callMethodWhere(target(owner(assignableTo(HttpSession.class)))
						.and(target(nameMatching("(set|get|remove)Attribute.*")))));
		var fields = code.classes()
			.stream()
			.flatMap(type -> type.getFields().stream())
			.filter(NodesHoldNoState::isStatic)
			.filter(NodesHoldNoState::changes)
			.map(field -> "%s can change".formatted(field.getFullName()));
		var collections = code.classes().stream().flatMap(NodesHoldNoState::staticCollections);
		return Stream.of(attributes.stream(), fields, collections).flatMap(offence -> offence).toList();
	}

	private static boolean isStatic(JavaField field) {
		return field.getModifiers().contains(JavaModifier.STATIC)
				&& !field.getModifiers().contains(JavaModifier.SYNTHETIC);
	}

	private static boolean changes(JavaField field) {
		var type = field.getRawType();
		return !field.getModifiers().contains(JavaModifier.FINAL) || type.isArray()
				|| type.getPackageName().equals("java.util.concurrent.atomic")
				|| MUTABLE.stream().anyMatch(type::isAssignableTo);
	}

	private static Stream<String> staticCollections(JavaClass type) {
		return type.getStaticInitializer()
			.stream()
			.flatMap(initializer -> initializer.getConstructorCallsFromSelf().stream())
			.filter(call -> call.getTargetOwner().isAssignableTo(Collection.class)
					|| call.getTargetOwner().isAssignableTo(Map.class))
			.map(call -> "%s keeps a static %s".formatted(type.getName(), call.getTargetOwner().getSimpleName()));
	}

}
