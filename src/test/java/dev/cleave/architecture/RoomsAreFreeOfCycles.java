package dev.cleave.architecture;

import java.util.List;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/// Rooms are free of cycles, and in a business module the arrows are `web → domain ← intake`.
final class RoomsAreFreeOfCycles extends Rule {

	@Override
	List<String> offences(Code code) {
		return against(code, slices().matching(code.root() + ".(*).(*)..").should().beFreeOfCycles(),
				noClasses().that(Rooms.inBusiness(code, Rooms.DOMAIN))
					.should()
					.dependOnClassesThat(Rooms.inBusiness(code, "..web..", "..intake..")),
				noClasses().that(Rooms.inBusiness(code, Rooms.WEB))
					.should()
					.dependOnClassesThat(Rooms.inBusiness(code, Rooms.INTAKE)),
				noClasses().that(Rooms.inBusiness(code, Rooms.INTAKE))
					.should()
					.dependOnClassesThat(Rooms.inBusiness(code, Rooms.WEB)));
	}

}
