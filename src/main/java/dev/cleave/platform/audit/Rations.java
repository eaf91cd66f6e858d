package dev.cleave.platform.audit;

import dev.cleave.platform.audit.Actor.Kind;
import org.jspecify.annotations.Nullable;

/// Strangers have a ration of their own, so that they can't use up what is there for those who are known. They can call
/// themselves anything, so they are told apart by where they are.
///
/// @param known of those who have shown who they are
/// @param strangers of all others
record Rations(Ration known, Ration strangers) {

	boolean grants(Actor actor, @Nullable String address) {
		return (actor.kind() == Kind.STRANGER) ? this.strangers.grants(String.valueOf(address))
				: this.known.grants("%s %s".formatted(actor.kind(), actor.id()));
	}

}
