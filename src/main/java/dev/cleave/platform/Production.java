package dev.cleave.platform;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Whether this process serves a real shop: the profile `production`, which knows no defaults that others know too.
@Component
public class Production {

	public static final String PROFILE = "production";

	private final boolean on;

	Production(Environment environment) {
		this.on = environment.matchesProfiles(PROFILE);
	}

	public boolean isOn() {
		return this.on;
	}

	/// Refuses to start a real shop with a secret that everybody can read in the source.
	public void refuseDefault(String setting, String value, String known, String why) {
		if (this.on && (value.isBlank() || value.equals(known))) {
			throw new MissingSettingException(setting, why);
		}
	}

}
