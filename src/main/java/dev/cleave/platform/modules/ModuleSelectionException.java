package dev.cleave.platform.modules;

import java.util.Set;

/// The setting `cleave.modules` does not say which modules to run. The message says what is wrong with it.
class ModuleSelectionException extends RuntimeException {

	private final Set<String> known;

	ModuleSelectionException(String fault, Set<String> known) {
		super("The setting %s does not say which modules to run. %s.".formatted(ModuleSelection.SETTING, fault));
		this.known = known;
	}

	String remedy() {
		return "Name some of %s, separated by commas, or leave the setting out to run all of them."
			.formatted(String.join(", ", this.known));
	}

}
