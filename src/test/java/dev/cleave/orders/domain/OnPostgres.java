package dev.cleave.orders.domain;

import dev.cleave.Cleave;
import dev.cleave.TestServers;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A test on a real database. All of them share one application, in which nothing is delivered: a test says itself what
/// inventory would.
@SpringBootTest(classes = Cleave.class, properties = { "cleave.local.postgres=off", "cleave.local.redis=off",
		"cleave.messaging.enabled=false", "cleave.sample-shop=false" })
abstract class OnPostgres {

	@DynamicPropertySource
	static void servers(DynamicPropertyRegistry properties) {
		properties.add("spring.datasource.url", TestServers::freshDatabase);
		properties.add("spring.datasource.username", () -> "postgres");
		properties.add("spring.data.redis.port", TestServers::redisPort);
	}

}
