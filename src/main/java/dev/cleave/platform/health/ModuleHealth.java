package dev.cleave.platform.health;

import java.util.TreeMap;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// `/actuator/health/<module>`: DOWN while a check finds trouble with the module. It tells operators and alarms; requests
/// go on being routed here, because the module may still be able to answer them and the others are.
public final class ModuleHealth implements HealthIndicator {

	private final String module;

	private final ObjectProvider<ModuleCheck> checks;

	public ModuleHealth(String module, ObjectProvider<ModuleCheck> checks) {
		this.module = module;
		this.checks = checks;
	}

	@Override
	public Health health() {
		var troubles = new TreeMap<String, String>();
		this.checks.forEach(check -> troubles.putAll(check.troubles(this.module)));
		return (troubles.isEmpty() ? Health.up() : Health.down()).withDetails(troubles).build();
	}

}
