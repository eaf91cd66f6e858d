package dev.cleave.faults;

import java.util.Locale;

/// What a [Stand] is made of.
enum Kind {

	/// Two nodes of all modules on one database.
	LOCAL,

	/// The same, and modules talk through Kafka.
	KAFKA,

	/// A node and a database for each module, and Kafka in between.
	SPLIT;

	String label() {
		return name().toLowerCase(Locale.ROOT);
	}

}
