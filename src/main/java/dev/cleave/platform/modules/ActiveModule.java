package dev.cleave.platform.modules;

import org.springframework.util.ClassUtils;

/// A module that runs in this process: its name and the package in which everything of it lives.
public record ActiveModule(String name, String packageName) {

	static final String ROOT = "dev.cleave.";

	/// The module whose root package holds the class.
	public static ActiveModule of(String className) {
		var packageName = ClassUtils.getPackageName(className);
		return new ActiveModule(packageName.substring(packageName.lastIndexOf('.') + 1), packageName);
	}

	/// The name of the module in which a class lives, at whatever depth.
	public static String nameOf(Class<?> type) {
		var name = type.getName();
		if (!name.startsWith(ROOT)) {
			throw new IllegalArgumentException("%s belongs to no module of Cleave".formatted(name));
		}
		var rest = name.substring(ROOT.length());
		return rest.substring(0, rest.indexOf('.'));
	}

}
