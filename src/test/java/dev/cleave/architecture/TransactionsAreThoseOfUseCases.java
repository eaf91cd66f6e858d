package dev.cleave.architecture;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import org.springframework.transaction.annotation.Transactional;

/// `@Transactional` stands only on public classes in `domain`, the use cases, and names the transaction manager of its
/// module. (platform opens transactions by `TransactionOperations`; the annotation of Jakarta is nobody's.)
final class TransactionsAreThoseOfUseCases extends Rule {

	private static final String JAKARTA = "jakarta.transaction.Transactional";

	@Override
	List<String> offences(Code code) {
		return found(code.classes().stream().filter(type -> places(type).anyMatch(place -> true)).toList(),
				"@Transactional", code)
			.stream()
			.flatMap(type -> places(type).flatMap(place -> offence(type, place, code).stream()))
			.toList();
	}

	private static Stream<HasAnnotations<?>> places(JavaClass type) {
		return Stream.<HasAnnotations<?>>concat(Stream.of(type), type.getMethods().stream())
			.filter(place -> place.isAnnotatedWith(Transactional.class) || place.isAnnotatedWith(JAKARTA));
	}

	private static Optional<String> offence(JavaClass type, HasAnnotations<?> place, Code code) {
		var module = code.moduleOf(type.getPackageName());
		if (!Rooms.isUseCase(type)) {
			return Optional.of("%s is transactional but no use case".formatted(type.getName()));
		}
		var manager = managerOf(place);
		return manager.equals(module) ? Optional.empty()
				: Optional.of("%s opens a transaction of '%s' in module %s".formatted(type.getName(), manager, module));
	}

	private static String managerOf(HasAnnotations<?> place) {
		return place.tryGetAnnotationOfType(Transactional.class)
			.map(transactional -> transactional.value() + transactional.transactionManager())
			.orElse("jakarta");
	}

}
