package dev.cleave.platform.messaging;

import java.util.Arrays;
import java.util.List;

import dev.cleave.TestServers;
import dev.cleave.hearer.HearerModule;
import dev.cleave.hearer.Hearing;
import dev.cleave.teller.TellerModule;
import dev.cleave.teller.Told;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A process with the event engine and two small modules, one that tells and one that hears.
public final class Engine implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final JdbcClient database;

	private Engine(String url, String... properties) {
		this.context = new SpringApplicationBuilder(Process.class).web(WebApplicationType.NONE)
			.properties("spring.datasource.url=" + url, "spring.datasource.username=postgres",
					"cleave.local.postgres=off", "cleave.local.redis=off", "cleave.messaging.poll=20ms",
					"cleave.messaging.first-retry=20ms", "cleave.messaging.longest-retry=100ms",
					"cleave.messaging.attempts=4", "cleave.pools.requests=8")
			.properties(properties)
			.run();
		this.database = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
	}

	public static Engine start(String url, String... properties) {
		return new Engine(url, properties);
	}

	public static Engine start() {
		return start(TestServers.freshDatabase());
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	public Object bean(String name) {
		return this.context.getBean(name);
	}

	public Hearing hearing() {
		return bean(Hearing.class);
	}

	public TransactionTemplate transactionOf(String module) {
		return new TransactionTemplate(this.context.getBean(module, PlatformTransactionManager.class));
	}

	public void publish(Object... messages) {
		Arrays.stream(messages).forEach(this.context::publishEvent);
	}

	/// Tells in one transaction.
	public void tell(Told... tales) {
		transactionOf("teller").executeWithoutResult(tx -> publish((Object[]) tales));
	}

	/// Sees everything, as an administrator.
	public JdbcClient database() {
		return this.database;
	}

	public List<Integer> heard(String key) {
		return this.database.sql("SELECT number FROM hearer.heard WHERE key = ? ORDER BY place")
			.param(key)
			.query(Integer.class)
			.list();
	}

	public long heard() {
		return this.database.sql("SELECT count(*) FROM hearer.heard").query(Long.class).single();
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@ComponentScan(
			basePackages = { "dev.cleave.platform.persistence", "dev.cleave.platform.messaging",
					"dev.cleave.platform.modules", "dev.cleave.platform.audit" },
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests.*|.*\\.Engine.*"))
	@ComponentScan(basePackages = "dev.cleave.platform", useDefaultFilters = false,
			includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.PlatformConfiguration"))
	@ConfigurationPropertiesScan({ "dev.cleave.platform.persistence", "dev.cleave.platform.messaging",
			"dev.cleave.platform.audit", "dev.cleave.platform.health" })
	@Import({ TellerModule.class, HearerModule.class })
	static class Process {

		@Bean
		MeterRegistry meters() {
			return new SimpleMeterRegistry();
		}

	}

}
