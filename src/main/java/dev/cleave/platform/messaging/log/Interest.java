package dev.cleave.platform.messaging.log;

import java.util.Collection;

/// What a subscription wants to read.
///
/// @param subscription name of its cursors
/// @param sources modules whose logs it reads
/// @param types of messages it takes; empty for all
public record Interest(String subscription, Collection<String> sources, Collection<String> types) {

	public boolean includes(String type) {
		return this.types.isEmpty() || this.types.contains(type);
	}

}
