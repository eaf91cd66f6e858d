package dev.cleave.platform.persistence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;

/// What one login may do with one table, by the database's own account. A right to some columns counts as a right.
record Rights(String login, String table, List<String> rights) {

	private static final List<String> USUAL = List.of("DELETE", "INSERT", "SELECT", "UPDATE");

	static List<Rights> of(JdbcTemplate database, List<String> modules) {
		var logins = modules.stream().map(module -> "cleave_" + module).collect(Collectors.joining(","));
		return database.query("""
				SELECT login, nspname || '.' || relname AS table_name, (
					SELECT coalesce(string_agg(wanted, ' ' ORDER BY wanted), '') FROM unnest(
						ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS wanted
					WHERE has_table_privilege(login, c.oid, wanted)
						OR CASE WHEN wanted IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
							THEN has_any_column_privilege(login, c.oid, wanted) ELSE false END) AS rights
				FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = relnamespace,
					unnest(string_to_array(?, ',')) AS login
				WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND nspname !~ '^pg_' AND nspname <> 'information_schema'
				""",
				(row, number) -> new Rights(row.getString("login"), row.getString("table_name"),
						Arrays.stream(row.getString("rights").split(" ")).filter(right -> !right.isEmpty()).toList()),
				logins);
	}

	boolean isUsual() {
		return this.rights.equals(isOwn() ? USUAL : List.of());
	}

	private boolean isOwn() {
		return this.table.startsWith(this.login.substring("cleave_".length()) + ".");
	}

	@Override
	public String toString() {
		return "%s %s: %s".formatted(this.login, this.table, String.join(" ", this.rights));
	}

}
