package dev.cleave.architecture;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;

/// Where a module's domain knows a `Reader`, its `web` hands no id to the domain without saying who reads: so ownership is
/// part of the question and not looked at in the answer. What answers nothing may be told an id alone.
final class OwnedThingsAreAskedForByTheirReader extends Rule {

	@Override
	List<String> offences(Code code) {
		var readers = found(code.classes()
			.stream()
			.filter(type -> type.getSimpleName().equals("Reader") && type.getPackageName().endsWith(".domain"))
			.toList(), "readers", code);
		return readers.stream().flatMap(reader -> offences(code, reader)).toList();
	}

	private static Stream<String> offences(Code code, JavaClass reader) {
		var domain = reader.getPackageName();
		var module = domain.substring(0, domain.length() - ".domain".length());
		return code.classes()
			.stream()
			.filter(type -> type.getPackageName().equals(module + ".web"))
			.flatMap(type -> Stream.<JavaCodeUnitAccess<?>>concat(type.getMethodCallsFromSelf().stream(),
					type.getMethodReferencesFromSelf().stream()))
			.filter(access -> access.getTargetOwner().getPackageName().equals(domain))
			.filter(access -> isAskedWithoutReader(access.getTarget(), module, reader))
			.map(JavaCodeUnitAccess::getDescription);
	}

	private static boolean isAskedWithoutReader(CodeUnitAccessTarget target, String module, JavaClass reader) {
		var parameters = target.getRawParameterTypes();
		return !target.getRawReturnType().isEquivalentTo(void.class)
				&& parameters.stream().anyMatch(type -> type.getPackageName().equals(module) && type.isRecord())
				&& parameters.stream()
					.noneMatch(type -> type.equals(reader)
							|| type.getAllFields().stream().anyMatch(field -> field.getRawType().equals(reader)));
	}

}
