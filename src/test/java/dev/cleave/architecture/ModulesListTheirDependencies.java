package dev.cleave.architecture;

import java.util.Arrays;
import java.util.List;

import org.springframework.modulith.ApplicationModule;

/// Every top-level package is an `@ApplicationModule` that lists its dependencies, even when it has none.
final class ModulesListTheirDependencies extends Rule {

	@Override
	List<String> offences(Code code) {
		return found(code.modules(), "modules", code).stream()
			.filter(module -> !lists(code, module))
			.map("%s is no @ApplicationModule that lists its allowedDependencies"::formatted)
			.toList();
	}

	private static boolean lists(Code code, String module) {
		return code.packageOf(module)
			.tryGetAnnotationOfType(ApplicationModule.class)
			.filter(face -> !Arrays.asList(face.allowedDependencies()).contains(ApplicationModule.OPEN_TOKEN))
			.isPresent();
	}

}
