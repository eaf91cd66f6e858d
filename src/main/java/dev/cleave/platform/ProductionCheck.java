package dev.cleave.platform;

import java.util.List;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/// Refuses to serve a real shop (profile `production`) with what is meant for a laptop: servers of one's own making and
/// the sample shop. It does so before anything is started. Secrets are refused by those who use them.
class ProductionCheck implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

	private static final List<String> REDIS = List.of("spring.data.redis.host", "spring.data.redis.url",
			"spring.data.redis.cluster.nodes", "spring.data.redis.sentinel.nodes",
			"spring.data.redis.masterreplica.nodes");

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		var environment = context.getEnvironment();
		if (environment.matchesProfiles(Production.PROFILE)) {
			requireOff(environment, "cleave.local.postgres", "off",
					"A PostgreSQL that Cleave starts is for laptops and tests.");
			requireOff(environment, "cleave.local.redis", "off",
					"A Redis that Cleave starts is for laptops and tests.");
			requireOff(environment, "cleave.sample-shop", "false", "The sample shop is for laptops.");
			requireRedis(environment);
			if (environment.containsProperty(Fail.SETTING)) {
				throw new UnfitSettingException(Fail.SETTING, "", "It has the process break.");
			}
		}
	}

	private static void requireOff(Environment environment, String setting, String off, String why) {
		var value = environment.getProperty(setting, "");
		if (!List.of("off", "false").contains(value)) {
			throw new UnfitSettingException(setting, off, why);
		}
	}

	/// Without an address Redis would be looked for on this machine. Who only migrates
	/// needs none.
	private static void requireRedis(Environment environment) {
		if (!"only".equals(environment.getProperty("cleave.migrate"))
				&& REDIS.stream().noneMatch(environment::containsProperty)) {
			throw new MissingSettingException(REDIS.getFirst(), "Sessions are kept in Redis.");
		}
	}

}
