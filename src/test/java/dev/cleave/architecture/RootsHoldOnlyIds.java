package dev.cleave.architecture;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import org.springframework.util.StringUtils;

/// A business module's root holds only ids (records of one value), its `…Module` and `package-info`.
final class RootsHoldOnlyIds extends Rule {

	@Override
	List<String> offences(Code code) {
		return found(code.businessModules(), "business modules", code).stream()
			.flatMap(module -> strangers(code, module))
			.toList();
	}

	private static Stream<String> strangers(Code code, String module) {
		var face = StringUtils.capitalize(module) + "Module";
		return code.packageOf(module)
			.getClasses()
			.stream()
			.filter(JavaClass::isTopLevelClass)
			.filter(type -> !isId(type) && !type.getSimpleName().equals(face))
			.filter(type -> !type.getSimpleName().equals("package-info"))
			.map(type -> "%s is neither an id nor %s".formatted(type.getName(), face));
	}

	private static boolean isId(JavaClass type) {
		return type.isRecord() && type.reflect().getRecordComponents().length == 1;
	}

}
