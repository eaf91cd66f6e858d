package dev.cleave.platform.audit;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the audit trails are looked after.
///
/// @param sealEvery how long an entry may wait for its link in the chain; 10 ms to 1 h
/// @param verifyEvery how often each node verifies the trails of its modules; 1 s to 7 d
@ConfigurationProperties("cleave.audit")
public record AuditSettings(@DefaultValue("1s") Duration sealEvery, @DefaultValue("1h") Duration verifyEvery) {

	public AuditSettings {
		require("seal-every", sealEvery, Duration.ofMillis(10), Duration.ofHours(1));
		require("verify-every", verifyEvery, Duration.ofSeconds(1), Duration.ofDays(7));
	}

	private static void require(String name, Duration value, Duration least, Duration most) {
		if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
			throw new IllegalArgumentException(
					"cleave.audit.%s (%s) must be %s to %s".formatted(name, value, least, most));
		}
	}

}
