package dev.cleave.platform.web;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How imports share a node.
///
/// @param atOnce how many may run at the same time, in each module of a process
/// @param leastPerSecond what a sender must bring on average while it is waited for
/// @param grace how long a sender may be waited for in all before that is looked at
@ConfigurationProperties("cleave.web.imports")
record ImportSettings(@DefaultValue("2") int atOnce, @DefaultValue("1KB") DataSize leastPerSecond,
		@DefaultValue("30s") Duration grace) {

	ImportSettings {
		if (atOnce < 1) {
			throw new IllegalArgumentException("cleave.web.imports.at-once (%d) must be at least 1".formatted(atOnce));
		}
	}

}
