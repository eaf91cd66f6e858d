package dev.cleave;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {

	private final ApplicationModules modules = ApplicationModules.of(Cleave.class);

	@Test
	void modulesKeepToThemselves() {
		this.modules.verify();
	}

	/// Pictures and canvases of the modules, in `target/spring-modulith-docs`.
	@Test
	void canBeDrawn() {
		new Documenter(this.modules).writeDocumentation();
	}

}
