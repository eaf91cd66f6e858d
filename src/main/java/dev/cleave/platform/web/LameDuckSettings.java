package dev.cleave.platform.web;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How a node takes its leave.
///
/// @param lameDuck how long a node that was told to end goes on answering, while it says that it is not ready: longer
/// than load balancers take to see that, at most a minute; 0 where there are none
@ConfigurationProperties("cleave.web")
record LameDuckSettings(@DefaultValue("0s") Duration lameDuck) {

	private static final Duration LONGEST = Duration.ofMinutes(1);

	LameDuckSettings {
		if (lameDuck.isNegative() || lameDuck.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException(
					"cleave.web.lame-duck (%s) must be between 0s and 1m".formatted(lameDuck));
		}
	}

}
