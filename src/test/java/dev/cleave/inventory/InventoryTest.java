package dev.cleave.inventory;

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

/// A test of inventory as a whole, alone in its process and with a database of its own. All such tests share one.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(module = "inventory", webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = InventoryTest.Servers.class)
public @interface InventoryTest {

	/// Before Cleave looks for servers, or it would start some of its own.
	@Order(Ordered.HIGHEST_PRECEDENCE)
	class Servers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			TestPropertyValues.of(Map.of("spring.datasource.url", TestServers.freshDatabase(),
					"spring.datasource.username", "postgres", "spring.data.redis.host", "127.0.0.1",
					"spring.data.redis.port", Integer.toString(TestServers.redisPort()), "management.server.port", "0",
					"cleave.local.postgres", "off", "cleave.local.redis", "off", "cleave.messaging.missing-sources",
					"ignore"))
				.applyTo(context);
		}

	}

}
