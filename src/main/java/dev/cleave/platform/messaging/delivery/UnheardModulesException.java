package dev.cleave.platform.messaging.delivery;

import java.util.Collection;
import java.util.Set;

/// Modules that talk to each other run in several processes, but the transport reaches no further than one.
class UnheardModulesException extends RuntimeException {

	static final String REMEDY = "cleave.messaging.transport=kafka in all processes";

	private final Set<String> away;

	/// @param subscriptions that would hear nothing
	/// @param away the modules they want to hear
	UnheardModulesException(Collection<String> subscriptions, Set<String> away) {
		super("With cleave.messaging.transport=local a process hears its own modules only, but %s subscribe to %s, which it does not run."
			.formatted(String.join(", ", subscriptions), String.join(", ", away)));
		this.away = away;
	}

	String remedy() {
		return "Set %s, or add %s to cleave.modules. To try out some modules alone, deaf to the others, set cleave.messaging.missing-sources=ignore."
			.formatted(REMEDY, String.join(", ", this.away));
	}

}
