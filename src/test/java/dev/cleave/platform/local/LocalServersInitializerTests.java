package dev.cleave.platform.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

import javax.sql.DataSource;

import dev.cleave.TestServers;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import redis.embedded.RedisExecProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LocalServersInitializerTests {

	@TempDir
	Path temporary;

	@Test
	void providesBothServersUntilTheLastBeanIsGone() {
		var last = new AtomicReference<String>();

		try (var context = new SpringApplicationBuilder(Shop.class)
			.properties("spring.main.web-application-type=none", "cleave.local.fsync=false",
					"cleave.local.directory=" + data(), "cleave.local.programs=" + TestServers.programs())
			.initializers(starting -> starting.getBeanFactory().registerSingleton("last", last))
			.run()) {
			assertThat(context.getBean(StringRedisTemplate.class).hasKey("nothing")).isFalse();
		}

		assertThat(last).hasValue("cleave");
		assertThat(data().resolve("postgres/postmaster.pid")).doesNotExist();
		assertThat(data().resolve("redis/redis.pid")).doesNotExist();
	}

	@Test
	void stayAwayWhenServersAreConfigured() {
		runner().withPropertyValues("spring.datasource.url=jdbc:postgresql://db/cleave", "spring.data.redis.host=cache")
			.run(context -> assertThat(context).doesNotHaveBean(JdbcConnectionDetails.class)
				.doesNotHaveBean(DataRedisConnectionDetails.class));

		assertThat(data()).doesNotExist();
	}

	@Test
	void stayAwayWhenTurnedOff() {
		runner().withPropertyValues("cleave.local.postgres=off", "cleave.local.redis=off")
			.run(context -> assertThat(context).doesNotHaveBean(JdbcConnectionDetails.class)
				.doesNotHaveBean(DataRedisConnectionDetails.class));

		assertThat(data()).doesNotExist();
	}

	@Test
	void nameThePropertiesToSetInAJarWithoutThem() {
		runner().withClassLoader(new FilteredClassLoader(EmbeddedPostgres.class, RedisExecProvider.class))
			.run(context -> {
				var database = context.getBean(JdbcConnectionDetails.class);
				assertThatExceptionOfType(LocalServerException.class).isThrownBy(database::getJdbcUrl)
					.withMessage("No database is configured and this jar carries no embedded one.")
					.satisfies(failure -> assertThat(failure.action()).contains("spring.datasource.url"))
					.satisfies(failure -> assertThat(new LocalServerFailureAnalyzer().analyze(failure).getAction())
						.contains("spring.datasource.url"));
				var cache = context.getBean(DataRedisConnectionDetails.class);
				assertThatExceptionOfType(LocalServerException.class).isThrownBy(cache::getStandalone)
					.satisfies(failure -> assertThat(failure.action()).contains("spring.data.redis.url"));
			});

		assertThat(Files.exists(data())).isFalse();
	}

	@Test
	void areNotMissedInAJarWhoseModulesHaveTheirOwnDatabases() {
		runner().withClassLoader(new FilteredClassLoader(EmbeddedPostgres.class))
			.withPropertyValues("cleave.persistence.orders.url=jdbc:postgresql://db/orders",
					"cleave.persistence.orders.username=cleave_orders", "spring.data.redis.host=cache")
			.run(context -> assertThat(context).doesNotHaveBean(JdbcConnectionDetails.class));
	}

	private ApplicationContextRunner runner() {
		return new ApplicationContextRunner()
			.withInitializer(context -> new LocalServersInitializer().initialize((GenericApplicationContext) context))
			.withPropertyValues("cleave.local.directory=" + data(), "cleave.local.programs=" + TestServers.programs());
	}

	private Path data() {
		return this.temporary.resolve("data");
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, DataRedisAutoConfiguration.class })
	static class Shop {

		/// Knows the database by its address only, so Spring does not see that it depends
		/// on the server.
		@Bean
		DisposableBean askingOnTheWayOut(JdbcConnectionDetails details, AtomicReference<String> last) {
			var url = details.getJdbcUrl();
			return () -> last.set(databaseOf(url));
		}

		@Bean
		String opened(DataSource dataSource) {
			return JdbcClient.create(dataSource).sql("SELECT version()").query(String.class).single();
		}

		private static String databaseOf(String url) {
			var dataSource = new DriverManagerDataSource(url, "postgres", "");
			return JdbcClient.create(dataSource).sql("SELECT current_database()").query(String.class).single();
		}

	}

}
