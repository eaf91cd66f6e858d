package dev.cleave.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A statement of a migration, in small letters and with single spaces.
///
/// @param excuse why it is safe although it does not look so; empty if nobody says
record SqlStatement(String text, String excuse) {

	private static final Pattern EXCUSE = Pattern.compile("--\\s*safe:(.+)");

	/// Ends of statements, texts, functions' bodies and comments.
	private static final Pattern TOKEN = Pattern.compile(";|--[^\n]*|'[^']*'|(\\$\\w*\\$).*?\\1", Pattern.DOTALL);

	static List<SqlStatement> of(String script) {
		var statements = new ArrayList<SqlStatement>();
		var text = new StringBuilder();
		var excuse = "";
		var tokens = TOKEN.matcher(script);
		while (tokens.find()) {
			tokens.appendReplacement(text, "");
			var token = tokens.group();
			if (token.startsWith("--")) {
				var found = EXCUSE.matcher(token);
				excuse = found.find() ? found.group(1).strip() : excuse;
			}
			else if (token.equals(";")) {
				add(statements, text, excuse);
				excuse = "";
			}
			else {
				text.append("'…'");
			}
		}
		tokens.appendTail(text);
		add(statements, text, excuse);
		return statements;
	}

	private static void add(List<SqlStatement> statements, StringBuilder text, String excuse) {
		var plain = text.toString().replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
		if (!plain.isEmpty()) {
			statements.add(new SqlStatement(plain, excuse));
		}
		text.setLength(0);
	}

}
