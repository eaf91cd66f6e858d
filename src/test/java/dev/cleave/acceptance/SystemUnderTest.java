package dev.cleave.acceptance;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import dev.cleave.checker.Checker;

/// A running shop that is to be judged, however many processes and databases it is made of.
interface SystemUnderTest extends AutoCloseable {

	/// Where it answers: one address of a load balancer, or those of its nodes.
	List<URI> nodes();

	/// Where its processes answer, past whatever stands in front of them.
	default List<URI> processes() {
		return nodes();
	}

	/// Where it answers its operators.
	URI management();

	/// Where a process that runs this module answers its operators.
	default URI management(String module) {
		return management();
	}

	/// As the settings have it where nobody changed them.
	default String administratorEmail() {
		return "admin@cleave.local";
	}

	default String administratorPassword() {
		return "cleave-local-admin";
	}

	/// Who looks behind the curtain after each test, if the databases are within reach.
	Optional<Checker> checker();

	/// A look into its databases, or a hand that reaches in, if they are within reach.
	default Optional<Tables> tables() {
		return Optional.empty();
	}

	/// Hears what its processes say from now on, if they are within earshot.
	default Optional<Ear> listen() {
		return Optional.empty();
	}

	/// Stops it, if it was started for the tests.
	@Override
	void close();

}
