package dev.cleave.platform.persistence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.cleave.Cleave;
import dev.cleave.TestServers;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.NestedExceptionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/// How a shop comes to its schemas without an admin connection: from the shipped roles and the owners' logins alone.
/// Tells one story, in order, on a cluster that has never heard of Cleave.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RolesTests {

	private static final List<String> MODULES = List.of("auth", "inventory", "orders", "reporting");

	private static final Path SHIPPED = Path.of("docker/postgres/roles.sql");

	private static Cluster cluster;

	@BeforeAll
	static void start(@TempDir Path folder) throws Exception {
		cluster = new Cluster(folder.resolve("cluster"));
	}

	@AfterAll
	static void stop() {
		cluster.close();
	}

	/// To make the file again, put each module's name into `db/roles/module.sql`, below
	/// the file's head.
	@Test
	void theShippedFileIsWhatCleaveItselfWouldRun() throws Exception {
		var rendered = MODULES.stream().map(SchemaPreparation::rolesScript).collect(Collectors.joining("\n"));

		var shipped = Files.readString(SHIPPED);

		assertThat(shipped.substring(shipped.indexOf("\n\n") + 2)).isEqualTo(rendered);
	}

	@Test
	@Order(1)
	void aMissingRoleIsNamed() {
		assertNotReady("orders", "secret").hasMessageContaining("cleave_orders").hasMessageContaining("is missing");
	}

	@Test
	@Order(2)
	void theShippedFileMayBeRunTwice() throws Exception {
		cluster.admin().execute(Files.readString(SHIPPED));
		cluster.admin().execute(Files.readString(SHIPPED));

		for (var module : MODULES) {
			cluster.admin().execute("ALTER ROLE cleave_%1$s PASSWORD '%1$s-secret'".formatted(module));
			cluster.admin().execute("ALTER ROLE cleave_%1$s_owner PASSWORD '%1$s-owner'".formatted(module));
		}

		assertNotReady("orders", "other").hasMessageContaining("cleave_orders")
			.hasMessageContaining("another password");
	}

	@Test
	@Order(3)
	void aMissingVersionIsNamed() {
		assertNotReady("orders", "orders-secret").hasMessageContaining("lacks")
			.hasMessageContaining("the next is version 0.1 (messaging)");
	}

	@Test
	@Order(4)
	void ownersMigrateInARunThatEndsWell() {
		Cleave.main(arguments("--cleave.migrate=only", "--spring.profiles.active=production"));

		for (var module : MODULES) {
			assertThat(tables(module)).contains("event_log", "subscription_cursor");
			assertThat(check(module, module + "-secret")).isTrue();
		}
	}

	@Test
	@Order(5)
	void aSchemaMayBeMigratedTwice() {
		Cleave.main(arguments("--cleave.migrate=only"));
	}

	@Test
	@Order(6)
	void aShopRunsOnThis() {
		var application = new SpringApplication(Cleave.class);

		try (var shop = application.run(arguments("--spring.profiles.active=production", "--cleave.web.lame-duck=0s",
				"--cleave.auth.admin-email=admin@example.org", "--cleave.auth.admin-password=long enough to pass"))) {
			assertThat(shop.isRunning()).isTrue();
		}
	}

	@Test
	@Order(6)
	@ExtendWith(OutputCaptureExtension.class)
	void aSchemaOfALaterReleaseServesThisOne(CapturedOutput output) {
		cluster.admin().execute("""
				INSERT INTO orders.schema_history (installed_rank, version, description, type, script, checksum,
					installed_by, execution_time, success)
				VALUES (9999, '999', 'from tomorrow', 'SQL', 'V999__from_tomorrow.sql', 1, 'somebody', 1, true)
				""");

		assertThat(check("orders", "orders-secret")).isTrue();
		assertThat(output).contains("Schema orders is newer than this release", "version 999 (from tomorrow)");
		Cleave.main(arguments("--cleave.migrate=only"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			USAGE ON SCHEMA orders
			SELECT ON orders.outbox
			""")
	@Order(7)
	void aMissingGrantIsNamed(String grant) {
		cluster.admin().execute("REVOKE %s FROM cleave_orders".formatted(grant));

		assertNotReady("orders", "orders-secret").hasMessageContaining("GRANT %s TO cleave_orders".formatted(grant));

		cluster.admin().execute("GRANT %s TO cleave_orders".formatted(grant));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			cleave.local.postgres=on               | cleave.local.postgres
			cleave.local.redis=auto                | cleave.local.redis
			cleave.sample-shop=true                | cleave.sample-shop
			cleave.role-password=cleave-local      | cleave.persistence.auth.password
			cleave.web.cursor-secret=cleave-local  | cleave.web.cursor-secret
			cleave.auth.encryption-key=            | cleave.auth.encryption-key
			""")
	void aRealShopRefusesWhatIsMeantForALaptop(String setting, String named) {
		var arguments = new ArrayList<>(List.of(arguments("--spring.profiles.active=production", "--" + setting)));
		var replaced = setting.contains("role-password") ? "cleave.persistence.auth.password" : named;
		arguments.removeIf(argument -> argument.startsWith("--" + replaced) && !argument.equals("--" + setting));

		var refusal = catchThrowable(() -> SpringApplication.run(Cleave.class, arguments.toArray(String[]::new)));

		assertThat(NestedExceptionUtils.getMostSpecificCause(refusal)).hasMessageContaining(named);
	}

	private static AbstractThrowableAssert<?, ?> assertNotReady(String module, String password) {
		return assertThat(catchThrowableOfType(SchemaNotReadyException.class, () -> check(module, password)));
	}

	private static boolean check(String module, String password) {
		var runtime = new Login(cluster.url(), "cleave_" + module, password);
		new SchemaCheck(new ModuleLogins(module, null, null, runtime)).run();
		return true;
	}

	private static List<String> tables(String module) {
		return cluster.admin()
			.queryForList("SELECT table_name FROM information_schema.tables WHERE table_schema = ?", String.class,
					module);
	}

	private static String[] arguments(String... more) {
		var logins = MODULES.stream()
			.flatMap(module -> Stream.of(".url=" + cluster.url(), ".password=" + module + "-secret",
					".owner-username=cleave_%s_owner".formatted(module), ".owner-password=%s-owner".formatted(module))
				.map(setting -> "--cleave.persistence." + module + setting));
		var servers = Stream.of("--server.port=0", "--management.server.port=0", "--cleave.local.postgres=off",
				"--cleave.local.redis=off", "--spring.data.redis.port=" + TestServers.redisPort(),
				"--spring.data.redis.host=127.0.0.1", "--cleave.web.cursor-secret=tested",
				"--cleave.auth.encryption-key=" + Base64.getEncoder().encodeToString(new byte[32]));
		return Stream.of(logins, servers, Arrays.stream(more)).flatMap(part -> part).toArray(String[]::new);
	}

}
