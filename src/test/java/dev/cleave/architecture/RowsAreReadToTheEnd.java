package dev.cleave.architecture;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/// Nobody takes rows as a stream: whoever does not close it keeps its connection, and a pool is soon empty.
final class RowsAreReadToTheEnd extends Rule {

	@Override
	List<String> offences(Code code) {
		return against(code, noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream"));
	}

}
