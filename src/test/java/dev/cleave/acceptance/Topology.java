package dev.cleave.acceptance;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.cleave.TestServers;

/// How a shop that is started for the tests is spread over databases.
enum Topology {

	/// Every module's schema lies in one database.
	ONE_DATABASE,

	/// Every module has a database of its own.
	FOUR_DATABASES;

	static final List<String> MODULES = List.of("auth", "inventory", "orders", "reporting");

	/// Empty databases, by module.
	Map<String, String> databases() {
		var shared = TestServers.freshDatabase();
		return MODULES.stream().collect(Collectors.toMap(Function.identity(), (_) -> switch (this) {
			case ONE_DATABASE -> shared;
			case FOUR_DATABASES -> TestServers.freshDatabase();
		}));
	}

}
