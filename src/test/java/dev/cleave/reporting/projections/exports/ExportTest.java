package dev.cleave.reporting.projections.exports;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;

import dev.cleave.TestServers;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.ContextConfiguration;

/// A test of reporting alone, with an empty database and nobody at work on exports but the test.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(module = "reporting", webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ExportTest.Servers.class)
@interface ExportTest {

	/// Before Cleave looks for servers, or it would start some of its own.
	@Order(Ordered.HIGHEST_PRECEDENCE)
	class Servers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			TestPropertyValues.of(Map.ofEntries(Map.entry("spring.datasource.url", TestServers.freshDatabase()),
					Map.entry("spring.datasource.username", "postgres"),
					Map.entry("spring.data.redis.host", "127.0.0.1"),
					Map.entry("spring.data.redis.port", Integer.toString(TestServers.redisPort())),
					Map.entry("management.server.port", "0"), Map.entry("cleave.local.postgres", "off"),
					Map.entry("cleave.local.redis", "off"), Map.entry("cleave.messaging.enabled", "false"),
					Map.entry("cleave.reporting.exports.poll", "1h"),
					Map.entry("cleave.reporting.exports.part-rows", "7"),
					Map.entry("cleave.reporting.exports.attempts", "3"),
					Map.entry("cleave.reporting.exports.unfinished", "3"),
					Map.entry("cleave.reporting.exports.retry-after", "0s")))
				.applyTo(context);
		}

	}

}
