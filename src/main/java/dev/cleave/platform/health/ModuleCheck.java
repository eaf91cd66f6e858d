package dev.cleave.platform.health;

import java.util.Map;

/// Something of which each module has its own and that can be in trouble. It answers at once, from what was seen before:
/// whoever asks how a module fares must not get stuck with it.
public interface ModuleCheck {

	/// What is wrong, by the name of the part it is wrong with; empty when all is well.
	Map<String, String> troubles(String module);

}
