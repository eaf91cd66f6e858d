package dev.cleave.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A migration runs while the former release serves, which goes on serving for a while and may be returned to. So it only
/// adds, changes no table as a whole, and waits for a lock on a table that is in use for a moment at most, as everybody
/// else waits behind it. What looks unsafe and is not gets the comment `-- safe: why` above the statement.
final class MigrationsLetTheFormerReleaseServe extends Rule {

	/// They ran before there was a release. The last of each folder.
	private static final Map<String, String> BEFORE = Map.of("auth", "5", "inventory", "5", "orders", "5", "platform",
			"0.7", "reporting", "5");

	private static final Pattern NAME = Pattern.compile("V([\\d_]+?)__.*\\.sql");

	private static final Pattern MADE = Pattern.compile("^create (?:unlogged )?table (?:if not exists )?([\\w.]+)");

	/// What a statement is about, if it is about a table.
	private static final Pattern TABLE = Pattern.compile(
			"^(?:alter table|drop table|truncate(?: table)?|lock(?: table)?|update|delete from)(?: if exists)?(?: only)? ([\\w.]+)"
					+ "|^create (?:unique )?index .*?\\bon (?:only )?([\\w.]+)|^create trigger .*?\\bon ([\\w.]+)"
					+ "|^drop trigger .*?\\bon ([\\w.]+)");

	private static final Pattern LOCKING = Pattern
		.compile("^(alter table|drop|truncate|lock|create trigger|create (unique )?index (?!concurrently))");

	private static final Pattern PATIENCE = Pattern.compile("^set (local )?lock_timeout\\b");

	private static final Map<Pattern, String> UNSAFE = new LinkedHashMap<>();
	static {
		unsafe("\\balter (column )?\\w+ (set data )?type\\b", "rewrites the table");
		unsafe("\\bset (logged|unlogged|tablespace)\\b|^vacuum full|^cluster\\b", "rewrites the table");
		unsafe("\\badd (column )?.*\\bgenerated always as \\(.*\\bstored\\b", "rewrites the table");
		unsafe("\\bdefault (?!now\\b|current_|statement_timestamp|transaction_timestamp)[\\w.]+ ?\\(",
				"rewrites the table: its default is computed for each row");
		unsafe("\\badd (column )?(?!constraint\\b)((?! default ).)*\\bnot null\\b((?! default ).)*$",
				"asks for a column that the former release does not fill: give it a default");
		unsafe("\\bset not null\\b", "asks for what the former release may leave out");
		unsafe("\\badd (constraint \\w+ )?(check|foreign key)\\b(?!.*\\bnot valid\\b)",
				"reads the table under a lock: NOT VALID first, VALIDATE in the next migration");
		unsafe("\\badd (constraint \\w+ )?(unique|primary key)\\b(?! using index)",
				"makes an index under a lock: CREATE UNIQUE INDEX CONCURRENTLY, then USING INDEX");
		unsafe("^create (unique )?index (?!concurrently)",
				"keeps writers waiting: CONCURRENTLY, in a migration with executeInTransaction=false");
		unsafe("^drop (table|view|schema|function)\\b|\\bdrop (column|constraint)\\b|\\brename\\b",
				"takes away what the former release uses: a release later");
		unsafe("^truncate\\b|^(update|delete from) (?!.* where )", "changes all rows in one transaction");
	}

	private static void unsafe(String pattern, String why) {
		UNSAFE.put(Pattern.compile(pattern), why);
	}

	@Override
	List<String> offences(Code code) {
		return found(code.sqlFiles(), "SQL files", code).stream()
			.filter(file -> file.getParent().getParent().endsWith("migration"))
			.filter(file -> !code.isProduct() || !isBefore(file))
			.flatMap(file -> offences(file, SqlStatement.of(Code.read(file))).stream())
			.toList();
	}

	private static List<String> offences(Path file, List<SqlStatement> statements) {
		var offences = new ArrayList<String>();
		var made = new HashSet<String>();
		var patient = false;
		for (var statement : statements) {
			patient |= PATIENCE.matcher(statement.text()).find();
			var creation = MADE.matcher(statement.text());
			if (creation.find()) {
				made.add(creation.group(1));
				continue;
			}
			if (made.contains(tableOf(statement))) {
				continue;
			}
			if (!patient && LOCKING.matcher(statement.text()).find()) {
				offences
					.add("%s waits for a lock without SET LOCAL lock_timeout: %s".formatted(file, statement.text()));
			}
			if (statement.excuse().isEmpty()) {
				Arrays.stream(statement.text().split(", (?=(?:add|alter|drop) )"))
					.forEach(clause -> UNSAFE.forEach((pattern, why) -> {
						if (pattern.matcher(clause).find()) {
							offences.add("%s %s: %s".formatted(file, why, clause));
						}
					}));
			}
		}
		return offences;
	}

	private static String tableOf(SqlStatement statement) {
		var matcher = TABLE.matcher(statement.text());
		return !matcher.find() ? ""
				: IntStream.rangeClosed(1, matcher.groupCount())
					.mapToObj(matcher::group)
					.filter(Objects::nonNull)
					.findFirst()
					.orElse("");
	}

	private static boolean isBefore(Path file) {
		var last = BEFORE.get(file.getParent().getFileName().toString());
		var name = NAME.matcher(file.getFileName().toString());
		return last != null && name.matches()
				&& Arrays.compare(numbers(name.group(1).split("_")), numbers(last.split("\\."))) <= 0;
	}

	private static int[] numbers(String... parts) {
		return Arrays.stream(parts).mapToInt(Integer::parseInt).toArray();
	}

}
