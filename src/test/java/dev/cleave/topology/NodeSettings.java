package dev.cleave.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.cleave.TestServers;

/// What the processes of a cluster are told, beside their name and ports.
///
/// @param split whether each process knows no more than its own modules' databases and logins
/// @param databases JDBC URLs by module
/// @param more what holds for all nodes of the cluster, in place of what it repeats
record NodeSettings(boolean split, Map<String, String> databases, List<String> more) {

	/// Those of a process that may make roles and schemas.
	List<String> ofAdministrator() {
		var settings = new ArrayList<>(List.of("--spring.datasource.url=" + this.databases.get("orders"),
				"--spring.datasource.username=postgres", "--spring.datasource.password="));
		this.databases.forEach((module, url) -> settings.add("--cleave.persistence.%s.url=%s".formatted(module, url)));
		return with(settings, everywhere());
	}

	List<String> of(Collection<String> modules) {
		var settings = this.split ? ofRuntime(modules) : ofAdministrator();
		if (!modules.containsAll(Layout.MODULES)) {
			settings.add("--cleave.modules=" + String.join(",", modules));
		}
		return with(settings, this.more);
	}

	/// The schemas were made beforehand: nobody here may, and nobody knows the others'.
	private List<String> ofRuntime(Collection<String> modules) {
		var settings = new ArrayList<>(List.of("--cleave.migrate=check"));
		for (var module : modules) {
			var own = "--cleave.persistence." + module;
			settings.add(own + ".url=" + this.databases.get(module));
			settings.add(own + ".username=cleave_" + module);
			settings.add(own + ".password=cleave-local");
		}
		return with(settings, everywhere());
	}

	private static List<String> everywhere() {
		return List.of("--spring.data.redis.host=127.0.0.1", "--spring.data.redis.port=" + TestServers.redisPort(),
				"--spring.data.redis.timeout=5s", "--cleave.security.sessions.noted-every=0s",
				"--cleave.security.trusted-proxies=127.0.0.1", "--cleave.pools.requests=6",
				"--cleave.inventory.tell-levels-every=50ms", "--cleave.payments.simulator=true",
				"--cleave.payments.simulator-delay=50ms", "--cleave.payments.simulator-lateness=1s");
	}

	/// Some settings, and others in place of those that they repeat.
	static List<String> with(List<String> settings, Collection<String> others) {
		var all = new ArrayList<>(settings);
		for (var setting : others) {
			all.removeIf((known) -> known.startsWith(setting.split("=", 2)[0] + "="));
			all.add(setting);
		}
		return all;
	}

}
