package dev.cleave.architecture;

import java.util.List;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/// `domain` knows no web, servlet, HTTP or JSON type.
final class DomainKnowsNoWeb extends Rule {

	private static final String[] WEB = { "org.springframework.web..", "org.springframework.http..",
			"org.springframework.boot.web..", "org.springframework.security.web..",
			"org.springframework.security.oauth2..", "jakarta.servlet..", "org.apache.catalina..", "java.net.http..",
			"tools.jackson..", "com.fasterxml.jackson..", "..web.." };

	@Override
	List<String> offences(Code code) {
		return against(code,
				noClasses().that()
					.resideInAnyPackage(Rooms.DOMAIN)
					.should()
					.dependOnClassesThat()
					.resideInAnyPackage(WEB));
	}

}
