package dev.cleave.architecture;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// No statement takes whatever columns a table has. A node that planned it before the next release's migration added a
/// column would get an error in place of rows: a cached plan must not change its result type.
final class SqlNamesItsColumns extends Rule {

	private static final Pattern STATEMENT = Pattern.compile("\\A\\W*(select|insert|update|delete|merge|with)\\s",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern STAR = Pattern.compile("(?:\\bselect|,)\\s+(?:(\\w+)\\.)?\\*",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern RETURNING = Pattern.compile("\\A\\W*+(?!with\\b).*\\breturning\\s+\\*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern FROM = Pattern.compile("\\bfrom\\s+(\\w+|\\()", Pattern.CASE_INSENSITIVE);

	@Override
	List<String> offences(Code code) {
		return found(code.javaFiles(), "Java files", code).stream()
			.flatMap(file -> StringLiterals.of(Code.read(file))
				.stream()
				.filter(text -> STATEMENT.matcher(text).find())
				.filter(SqlNamesItsColumns::takesWhateverThereIs)
				.map(text -> "%s takes whatever columns there are: %s".formatted(file.getFileName(),
						text.replaceAll("\\s+", " ").strip())))
			.toList();
	}

	private static boolean takesWhateverThereIs(String statement) {
		return RETURNING.matcher(statement).find()
				|| STAR.matcher(statement).results().anyMatch(star -> !isOfItsOwnMaking(star, statement));
	}

	/// Whether the statement itself says what columns the star stands for.
	private static boolean isOfItsOwnMaking(MatchResult star, String statement) {
		var alias = star.group(1);
		if (alias != null) {
			return matches("\\)\\s*(as\\s+)?%s\\b".formatted(alias), statement);
		}
		var from = FROM.matcher(statement);
		return from.find(star.end()) && (from.group(1).equals("(") || from.group(1).equalsIgnoreCase("unnest")
				|| matches("(\\bwith|,)\\s*%s\\s+as\\s*\\(".formatted(from.group(1)), statement));
	}

	private static boolean matches(String pattern, String statement) {
		return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(statement).find();
	}

}
