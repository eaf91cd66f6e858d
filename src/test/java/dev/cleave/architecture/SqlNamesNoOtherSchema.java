package dev.cleave.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// No SQL names another module's schema or moves the search path, neither in migrations nor in the texts of Java
/// classes. This is a test of texts; the database role is what forbids it for real.
final class SqlNamesNoOtherSchema extends Rule {

	private static final Pattern STATEMENT = Pattern.compile(
			"\\A\\W*(select|insert|update|delete|merge|with|create|alter|drop|truncate|grant|revoke|lock|copy|do|set)\\s",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern PATH = Pattern.compile("\\bsearch_path\\b", Pattern.CASE_INSENSITIVE);

	@Override
	List<String> offences(Code code) {
		var modules = code.businessModules();
		var migrations = found(code.sqlFiles(), "SQL files", code);
		var classes = found(code.javaFiles(), "Java files", code);
		return Stream.concat(
				migrations.stream()
					.flatMap(file -> offences(file, file.getParent().getFileName().toString(), modules,
							text -> List.of(text.replaceAll("--.*", "")))),
				classes.stream()
					.flatMap(file -> offences(file, code.sources().relativize(file).getName(0).toString(), modules,
							SqlNamesNoOtherSchema::statements)))
			.toList();
	}

	private static List<String> statements(String source) {
		return StringLiterals.of(source).stream().filter(text -> STATEMENT.matcher(text).find()).toList();
	}

	private static Stream<String> offences(Path file, String module, List<String> modules,
			Function<String, List<String>> statements) {
		var others = modules.stream().filter(other -> !other.equals(module)).collect(Collectors.joining("|"));
		var foreign = Pattern.compile("(?<![\\w.'])\"?(%s)\"?\\s*\\.\\s*\"?[a-z_]".formatted(others),
				Pattern.CASE_INSENSITIVE);
		var offences = new ArrayList<String>();
		for (var statement : statements.apply(Code.read(file))) {
			foreign.matcher(statement)
				.results()
				.forEach(match -> offences.add("%s names the schema %s".formatted(file, match.group(1))));
			PATH.matcher(statement)
				.results()
				.forEach(match -> offences.add("%s moves the search path".formatted(file)));
		}
		return offences.stream();
	}

}
