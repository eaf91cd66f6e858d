package dev.cleave.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.cleave.TestServers;

/// What the processes of a cluster are told.
final class NodeSettings {

	private NodeSettings() {
	}

	/// For a process of all modules that prepares its schemas by itself.
	static List<String> whole(Map<String, String> databases) {
		var settings = everywhere();
		settings.addAll(List.of("--spring.datasource.url=" + databases.get("orders"),
				"--spring.datasource.username=postgres", "--spring.datasource.password="));
		databases.forEach((module, url) -> settings.add("--cleave.persistence.%s.url=%s".formatted(module, url)));
		return settings;
	}

	private static List<String> everywhere() {
		return new ArrayList<>(List.of("--spring.data.redis.host=127.0.0.1",
				"--spring.data.redis.port=" + TestServers.redisPort(), "--spring.data.redis.timeout=5s",
				"--cleave.security.trusted-proxies=127.0.0.1", "--cleave.pools.requests=6",
				"--cleave.inventory.tell-levels-every=50ms", "--cleave.payments.simulator=true",
				"--cleave.payments.simulator-delay=50ms", "--cleave.payments.simulator-lateness=1s"));
	}

	/// Puts a setting in the place of the one that it repeats.
	static void set(List<String> settings, String setting) {
		settings.removeIf((known) -> known.startsWith(setting.split("=", 2)[0] + "="));
		settings.add(setting);
	}

}
