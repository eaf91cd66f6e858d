package dev.cleave.acceptance;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import dev.cleave.checker.Checker;

/// A running shop that is to be judged, however many processes and databases it is made of.
interface SystemUnderTest extends AutoCloseable {

	/// Where it answers: one address of a load balancer, or those of its nodes.
	List<URI> nodes();

	/// Where it answers its operators.
	URI management();

	String administratorEmail();

	String administratorPassword();

	/// Who looks behind the curtain after each test, if the databases are within reach.
	Optional<Checker> checker();

	/// Stops it, if it was started for the tests.
	@Override
	void close();

}
