package dev.cleave.architecture;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import org.springframework.modulith.Modulithic;
import org.springframework.modulith.core.ApplicationModules;

/// Modules meet only at roots, `events` and `commands`; only along declared dependencies; without cycles.
final class ModulesMeetOnlyWhereTheyMay extends Rule {

	@Override
	List<String> offences(Code code) {
		var systems = found(code.classes().stream().filter(type -> type.isAnnotatedWith(Modulithic.class)).toList(),
				"@Modulithic system", code);
		return systems.stream().flatMap(system -> violations(system, code).stream()).toList();
	}

	private static List<String> violations(JavaClass system, Code code) {
		ImportOption product = new ImportOption.DoNotIncludeTests();
		ImportOption planted = location -> location.contains(code.root().replace('.', '/'));
		return ApplicationModules.of(system.reflect(), code.isProduct() ? product : planted)
			.detectViolations()
			.getMessages();
	}

}
