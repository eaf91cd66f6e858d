package dev.cleave.platform.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What one caller may have of a node, so that nobody keeps it busy alone. 0 stands for no limit.
///
/// @param personAtOnce requests of a person at the same time, those that wait included
/// @param personPerSecond requests of a person each second on average; twice as many may come at once
/// @param machineAtOnce requests of a machine client at the same time
/// @param machinePerSecond requests of a machine client each second on average; twice as many may come at once
@ConfigurationProperties("cleave.security.callers")
record CallerLimitSettings(@DefaultValue("16") int personAtOnce, @DefaultValue("50") int personPerSecond,
		@DefaultValue("200") int machineAtOnce, @DefaultValue("0") int machinePerSecond) {

	CallerLimitSettings {
		if (personAtOnce < 0 || personPerSecond < 0 || machineAtOnce < 0 || machinePerSecond < 0) {
			throw new IllegalArgumentException("Limits under cleave.security.callers must not be negative");
		}
	}

	int atOnce(Caller.Kind kind) {
		return (kind == Caller.Kind.ACCOUNT) ? this.personAtOnce : this.machineAtOnce;
	}

	int perSecond(Caller.Kind kind) {
		return (kind == Caller.Kind.ACCOUNT) ? this.personPerSecond : this.machinePerSecond;
	}

}
