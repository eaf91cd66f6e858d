package dev.cleave.reporting.projections.exports;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How files are made.
///
/// @param partRows rows that are made at once, in one transaction
/// @param unfinished how many may wait or be in the making at a time, in the whole shop
/// @param kept how long a finished one can be fetched
/// @param attempts failures in a row after which an export is given up
/// @param retryAfter pause after the first failure; each further one doubles it, up to five minutes
/// @param poll how often a node with nothing to do looks for work
@ConfigurationProperties("cleave.reporting.exports")
record ExportSettings(@DefaultValue("10000") int partRows, @DefaultValue("20") int unfinished,
		@DefaultValue("7d") Duration kept, @DefaultValue("10") int attempts, @DefaultValue("1s") Duration retryAfter,
		@DefaultValue("500ms") Duration poll) {

	ExportSettings {
		if (partRows < 1 || unfinished < 1 || attempts < 1) {
			throw new IllegalArgumentException(
					"cleave.reporting.exports: part-rows (%d), unfinished (%d) and attempts (%d) must be at least 1"
						.formatted(partRows, unfinished, attempts));
		}
	}

}
