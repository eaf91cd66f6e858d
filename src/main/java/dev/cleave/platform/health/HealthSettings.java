package dev.cleave.platform.health;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When a module is said to be in trouble.
///
/// @param databaseSilence how long a database may give no answer before it counts as away, 2 s to 5 min; it is asked every second
/// @param stuckAfter how long a subscription may be at one batch, or fail again and again, 2 s to 1 day
@ConfigurationProperties("cleave.health")
public record HealthSettings(@DefaultValue("5s") Duration databaseSilence, @DefaultValue("1m") Duration stuckAfter) {

	public HealthSettings {
		require("database-silence", databaseSilence, Duration.ofMinutes(5));
		require("stuck-after", stuckAfter, Duration.ofDays(1));
	}

	private static void require(String name, Duration value, Duration most) {
		if (value.compareTo(Duration.ofSeconds(2)) < 0 || value.compareTo(most) > 0) {
			throw new IllegalArgumentException(
					"cleave.health.%s (%s) must be from 2 s to %d s".formatted(name, value, most.toSeconds()));
		}
	}

}
