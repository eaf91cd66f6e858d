package dev.cleave.inventory.domain;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How inventory looks after its books and tells of them.
///
/// @param verifyEvery how old the last verification of the whole ledger may get; at least a second
/// @param tellLevelsEvery how long changes of stock are gathered before others are told; 10 ms to a minute
@ConfigurationProperties("cleave.inventory")
public record InventorySettings(@DefaultValue("1h") Duration verifyEvery,
		@DefaultValue("500ms") Duration tellLevelsEvery) {

	public InventorySettings {
		if (verifyEvery.compareTo(Duration.ofSeconds(1)) < 0) {
			throw new IllegalArgumentException(
					"cleave.inventory.verify-every (%s) must be at least 1s".formatted(verifyEvery));
		}
		if (tellLevelsEvery.compareTo(Duration.ofMillis(10)) < 0
				|| tellLevelsEvery.compareTo(Duration.ofMinutes(1)) > 0) {
			throw new IllegalArgumentException(
					"cleave.inventory.tell-levels-every (%s) must be 10ms to 1m".formatted(tellLevelsEvery));
		}
	}

}
