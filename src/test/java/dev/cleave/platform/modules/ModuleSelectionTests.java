package dev.cleave.platform.modules;

import java.util.Arrays;

import dev.cleave.Cleave;
import dev.cleave.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class ModuleSelectionTests {

	@Test
	void knowsTheModulesOfTheJarAndWhoSendsWhat() {
		var catalogue = ModuleCatalogue.read(new StaticApplicationContext());

		assertThat(catalogue.names()).containsExactly("auth", "inventory", "orders", "reporting");
		assertThat(catalogue.sendersTo("inventory")).containsExactly("orders");
		assertThat(catalogue.sendersTo("orders")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''             | It is empty
			inventroy      | There is no module 'inventroy'
			platform       | There is no module 'platform'
			orders,,auth   | There is no module ''
			orders,orders  | It names orders twice
			""")
	void tellsTheOperatorWhichNamesThereAre(String modules, String fault, CapturedOutput output) {
		assertThatExceptionOfType(ModuleSelectionException.class)
			.isThrownBy(() -> SpringApplication.run(Cleave.class, "--cleave.modules=" + modules));

		assertThat(output).contains("cleave.modules", fault, "auth, inventory, orders, reporting");
	}

	@Test
	void modulesThatCannotHearEachOtherDoNotStart(CapturedOutput output) {
		var database = TestServers.freshDatabase();

		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> start(database, "inventory,orders", true));

		assertThat(output).contains("inventory.signing-keys", "subscribe to auth", "cleave.messaging.transport=kafka",
				"add auth to cleave.modules");
	}

	@Test
	void someModulesLeaveNothingOfTheOthersInTheProcess() {
		var database = TestServers.freshDatabase();

		try (var shop = start(database, "inventory,orders", false)) {
			assertThat(shop.getBeansOfType(ActiveModule.class).values()).extracting(ActiveModule::name)
				.containsExactlyInAnyOrder("inventory", "orders");
			assertThat(Arrays.stream(shop.getBeanDefinitionNames())
				.map(shop::getType)
				.filter(type -> type != null && type.getName().matches("dev\\.cleave\\.(auth|reporting)\\..*")))
				.isEmpty();
		}

		var admin = new JdbcTemplate(new DriverManagerDataSource(database, "postgres", ""));
		assertThat(admin.queryForList("SELECT DISTINCT table_schema FROM information_schema.tables", String.class))
			.contains("inventory", "orders")
			.doesNotContain("auth", "reporting");
	}

	private static ConfigurableApplicationContext start(String database, String modules, boolean hearing) {
		return SpringApplication.run(Cleave.class, "--cleave.modules=" + modules, "--server.port=0",
				"--management.server.port=0", "--spring.datasource.url=" + database,
				"--spring.datasource.username=postgres", "--spring.data.redis.host=127.0.0.1",
				"--spring.data.redis.port=" + TestServers.redisPort(), "--cleave.messaging.enabled=" + hearing);
	}

}
