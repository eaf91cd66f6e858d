package dev.cleave.platform.persistence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.cleave.TestServers;
import dev.cleave.platform.persistence.DatabaseSettings.Migrate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// That a module can touch nothing of another's, by trying, and by what the database says.
@Tag("S4")
class IsolationTests {

	static final List<String> MODULES = List.of("auth", "inventory", "orders", "reporting");

	private static final String URL = TestServers.freshDatabase();

	private static final Login ADMIN = new Login(URL, "postgres", "");

	@BeforeAll
	static void prepare() {
		MODULES.forEach(module -> new SchemaPreparation(new ModuleLogins(module, ADMIN, null, loginOf(module)))
			.run(Migrate.AUTO));
	}

	@ParameterizedTest
	@FieldSource("MODULES")
	void aModuleCanTouchNothingOfTheOthers(String module) {
		var own = as(module);

		for (var other : MODULES.stream().filter(name -> !name.equals(module)).toList()) {
			assertThat(tablesOf(other)).isNotEmpty().allSatisfy(table -> {
				assertForbidden(() -> own.execute("SELECT * FROM %s.%s".formatted(other, table)));
				assertForbidden(() -> own.execute("INSERT INTO %s.%s DEFAULT VALUES".formatted(other, table)));
				assertForbidden(() -> own
					.execute("UPDATE %s.%s SET %s = DEFAULT".formatted(other, table, columnOf(other, table))));
				assertForbidden(() -> own.execute("DELETE FROM %s.%s".formatted(other, table)));
				assertForbidden(() -> own.execute("TRUNCATE %s.%s".formatted(other, table)));
			});
			assertForbidden(() -> own.execute("CREATE TABLE %s.stowaway (id int)".formatted(other)));
			assertForbidden(() -> own.execute("SET ROLE cleave_" + other));
			assertForbidden(() -> own.execute("SET ROLE cleave_%s_owner".formatted(other)));
		}
	}

	@ParameterizedTest
	@FieldSource("MODULES")
	void aModuleCanReadAllOfItsOwn(String module) {
		assertThat(tablesOf(module)).isNotEmpty()
			.allSatisfy(table -> as(module).execute("SELECT * FROM %s.%s".formatted(module, table)));
	}

	@ParameterizedTest
	@FieldSource("MODULES")
	void aModuleCanWriteItsOutbox(String module) {
		as(module).update("""
				INSERT INTO %s.outbox (partition, message_id, kind, type, subject, sequence, time, data)
				VALUES (0, gen_random_uuid(), 'event', 'x', 'x', 1, now(), '{}')
				""".formatted(module));
		assertThat(as(module).update("DELETE FROM %s.outbox".formatted(module))).isOne();
	}

	@ParameterizedTest
	@FieldSource("MODULES")
	void aModuleOwnsNothing(String module) {
		assertForbidden(() -> as(module).execute("CREATE TABLE %s.stowaway (id int)".formatted(module)));
		assertForbidden(() -> as(module).execute("CREATE TABLE public.stowaway (id int)"));
		assertForbidden(() -> as(module).execute("CREATE SCHEMA stowaway"));
		assertForbidden(() -> as(module).execute("DROP TABLE %s.outbox".formatted(module)));
		assertForbidden(() -> as(module).execute("ALTER TABLE %s.outbox ADD COLUMN stowaway int".formatted(module)));
		assertForbidden(() -> as(module).execute("SET ROLE cleave_%s_owner".formatted(module)));
	}

	static Stream<String> history() {
		return MODULES.stream()
			.flatMap(module -> Stream.of("event_log", "operator_action", "schema_history", "audit_entry", "audit_link")
				.map(table -> module + "." + table));
	}

	@ParameterizedTest
	@MethodSource("history")
	void whatHappenedCannotBeChanged(String table) {
		assertAppendOnly(table);
	}

	@Test
	void theLedgerCannotBeChanged() {
		assertAppendOnly("inventory.movement");
	}

	/// Tables that are not in the file give their module's login the usual four rights.
	/// To
	/// add a table that only grows,
	/// revoke what it must not have in its migration, and add its line.
	@Test
	void everyTableGivesTheRightsThatAreWrittenDown() throws Exception {
		var written = Files.readAllLines(Path.of("src/test/resources/db/rights.txt"));

		var unusual = Rights.of(new JdbcTemplate(ADMIN.unpooled()), MODULES)
			.stream()
			.filter(right -> !right.isUsual())
			.map(Rights::toString)
			.toList();

		assertThat(unusual).containsExactlyInAnyOrderElementsOf(written);
	}

	@ParameterizedTest
	@FieldSource("MODULES")
	void aLoginIsNobodySpecial(String module) {
		var admin = new JdbcTemplate(ADMIN.unpooled());
		var role = "cleave_" + module;

		assertThat(admin.queryForObject("""
				SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls
				FROM pg_roles WHERE rolname = ?""", Boolean.class, role)).isFalse();
		assertThat(admin.queryForList("SELECT 1 FROM pg_auth_members WHERE member = ?::regrole", role)).isEmpty();
		assertThat(admin.queryForList(
				"""
						SELECT nspname FROM pg_namespace
						WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
							AND (has_schema_privilege(?, oid, 'CREATE') OR has_schema_privilege(?, oid, 'USAGE') <> (nspname IN (?, 'public')))
						""",
				role, role, module))
			.isEmpty();
	}

	private static void assertAppendOnly(String table) {
		var module = table.substring(0, table.indexOf('.'));
		var column = columnOf(module, table.substring(table.indexOf('.') + 1));

		assertForbidden(() -> as(module).execute("UPDATE %s SET %s = DEFAULT".formatted(table, column)));
		assertForbidden(() -> as(module).execute("DELETE FROM " + table));
		assertForbidden(() -> as(module).execute("TRUNCATE " + table));
	}

	private static void assertForbidden(ThrowingCallable attempt) {
		assertThatExceptionOfType(BadSqlGrammarException.class).isThrownBy(attempt)
			.satisfies(refusal -> assertThat(refusal.getSQLException().getSQLState()).isEqualTo("42501"));
	}

	private static List<String> tablesOf(String module) {
		return new JdbcTemplate(ADMIN.unpooled()).queryForList(
				"SELECT table_name FROM information_schema.tables WHERE table_schema = ?", String.class, module);
	}

	private static String columnOf(String module, String table) {
		return new JdbcTemplate(ADMIN.unpooled()).queryForList(
				"SELECT column_name FROM information_schema.columns WHERE table_schema = ? AND table_name = ? ORDER BY is_identity, ordinal_position",
				String.class, module, table)
			.getFirst();
	}

	private static Login loginOf(String module) {
		return new Login(URL, "cleave_" + module, "cleave-local");
	}

	private static JdbcTemplate as(String module) {
		return new JdbcTemplate(loginOf(module).unpooled());
	}

}
