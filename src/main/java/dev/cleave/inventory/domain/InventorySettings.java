package dev.cleave.inventory.domain;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How inventory looks after its books.
///
/// @param verifyEvery how old the last verification of the whole ledger may get; at least a second
@ConfigurationProperties("cleave.inventory")
public record InventorySettings(@DefaultValue("1h") Duration verifyEvery) {

	public InventorySettings {
		if (verifyEvery.compareTo(Duration.ofSeconds(1)) < 0) {
			throw new IllegalArgumentException(
					"cleave.inventory.verify-every (%s) must be at least 1s".formatted(verifyEvery));
		}
	}

}
