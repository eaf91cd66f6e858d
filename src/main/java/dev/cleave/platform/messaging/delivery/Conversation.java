package dev.cleave.platform.messaging.delivery;

import java.util.List;
import java.util.Set;

import dev.cleave.platform.messaging.Generation;
import dev.cleave.platform.messaging.log.LoggedMessage;

/// A subscription: its name, whose logs it reads, and what it does with the messages. One that can be rebuilt is held
/// once in each generation.
interface Conversation {

	/// As declared.
	String name();

	/// Those of these types are handed over; empty for all.
	Set<String> types();

	/// The modules whose logs it reads.
	Set<String> sources();

	/// Takes the messages in the order given, within a transaction of the module.
	void handle(List<LoggedMessage> messages);

	/// The module in whose transactions the messages are handled.
	default String module() {
		return name().substring(0, name().indexOf('.'));
	}

	/// The name of its cursors: in the first generation as declared, later with the
	/// number.
	default String id() {
		return (generation() == Generation.FIRST) ? name() : name() + "#" + generation();
	}

	default int generation() {
		return Generation.FIRST;
	}

	default boolean isRebuildable() {
		return false;
	}

	/// The same as it is held in another generation.
	default Conversation in(int generation) {
		throw new IllegalStateException("%s has one generation only".formatted(name()));
	}

}
