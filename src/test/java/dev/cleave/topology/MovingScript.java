package dev.cleave.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The scripts of `docker/moving`, as an operator calls them.
///
/// @param environment what they are told
public record MovingScript(Map<String, String> environment) {

	public MovingScript {
		environment = Map.copyOf(environment);
	}

	/// @param shared the JDBC URL of the database that modules share, for a superuser
	/// @param own the same of the module's own database
	/// @param route the command that leads requests to another group
	public static MovingScript between(String shared, String own, String route) {
		return new MovingScript(
				Map.of("CLEAVE_SHARED", libpq(shared), "CLEAVE_OWN", libpq(own), "CLEAVE_ROUTE", route));
	}

	/// The same, with a gateway that leads requests.
	public static MovingScript between(String shared, String own, Balancer gateway) {
		return between(shared, own, gateway.script() + " route").with("CLEAVE_SOCKET", "unix@" + gateway.socket());
	}

	public static boolean canRun() {
		return Build.isInstalled("psql") && Build.isInstalled("socat");
	}

	/// The same script, told something more.
	public MovingScript with(String name, String value) {
		var told = new TreeMap<>(this.environment);
		told.put(name, value);
		return new MovingScript(told);
	}

	/// Takes a step and returns what was said.
	///
	/// @param move `extract` or `absorb`
	public String run(String move, String module, String step) {
		var outcome = attempt(move, module, step);
		if (outcome.status() != 0) {
			throw new AssertionError(
					"%s %s %s ended with %d:\n%s".formatted(move, module, step, outcome.status(), outcome.said()));
		}
		return outcome.said();
	}

	/// Takes a step, which may fail.
	Outcome attempt(String move, String module, String step) {
		try {
			var output = Files.createTempFile("cleave-moving-", ".log");
			var status = begin(move, module, step, output).waitFor();
			var said = Files.readString(output);
			Files.delete(output);
			return new Outcome(status, said);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted in the middle of a move", ex);
		}
	}

	/// Begins a step, which somebody may kill.
	Process begin(String move, String module, String step, Path output) {
		var builder = new ProcessBuilder(
				List.of(Build.project().resolve("docker/moving").resolve(move).toString(), module, step));
		builder.environment().putAll(this.environment);
		try {
			return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String libpq(String jdbcUrl) {
		return jdbcUrl.replaceFirst("^jdbc:postgresql://", "postgresql://postgres@").replaceFirst("\\?.*", "");
	}

	/// How a step ended.
	record Outcome(int status, String said) {

	}

}
