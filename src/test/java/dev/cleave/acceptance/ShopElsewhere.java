package dev.cleave.acceptance;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.cleave.checker.Checker;
import org.jspecify.annotations.Nullable;

/// A shop that somebody else started, where the system properties `cleave.base-url` (one or more, parted by commas) and
/// `cleave.management-url` say. Its numbers are checked too if `cleave.databases` is a JDBC URL with user and password,
/// or if `cleave.databases.<module>` is one for every module.
record ShopElsewhere(List<URI> nodes, URI management, String administratorEmail, String administratorPassword,
		Optional<Checker> checker) implements SystemUnderTest {

	static boolean isNamed() {
		return System.getProperty("cleave.base-url") != null;
	}

	static ShopElsewhere named() {
		var nodes = Stream.of(System.getProperty("cleave.base-url").split(",")).map(URI::create).toList();
		var management = URI.create(System.getProperty("cleave.management-url", nodes.getFirst().toString()));
		return new ShopElsewhere(nodes, management, System.getProperty("cleave.admin-email", "admin@cleave.local"),
				System.getProperty("cleave.admin-password", "cleave-local-admin"), checkerOf(databases()));
	}

	@Override
	public void close() {
		// It goes on without us.
	}

	private static Optional<Checker> checkerOf(Map<String, String> databases) {
		return databases.isEmpty() ? Optional.empty() : Optional.of(Checker.of(databases));
	}

	private static Map<String, String> databases() {
		var databases = new TreeMap<String, String>();
		var shared = System.getProperty("cleave.databases");
		for (var module : Topology.MODULES) {
			@Nullable String url = System.getProperty("cleave.databases." + module, shared);
			if (url != null) {
				databases.put(module, url);
			}
		}
		return databases;
	}

}
