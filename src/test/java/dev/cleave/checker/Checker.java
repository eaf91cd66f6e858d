package dev.cleave.checker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Waits until a shop is at rest and then checks that every number in its databases adds up.
public final class Checker {

	private final Map<String, String> urls;

	private Checker(Map<String, String> urls) {
		this.urls = Map.copyOf(urls);
	}

	/// A checker of the modules in these databases, by JDBC URLs of somebody who may read
	/// everything.
	public static Checker of(Map<String, String> urlsByModule) {
		return new Checker(urlsByModule);
	}

	/// Waits until no message is under way and no order is unsettled.
	///
	/// @throws AssertionError that names what is still under way
	public void awaitRest(Duration atMost) {
		var deadline = System.nanoTime() + atMost.toNanos();
		var before = List.of("not looked yet");
		while (true) {
			var unrest = unrest();
			if (unrest.isEmpty() && before.isEmpty()) {
				return;
			}
			if (System.nanoTime() > deadline) {
				throw new AssertionError(
						"The shop did not come to rest within " + atMost + ":\n  " + String.join("\n  ", unrest));
			}
			before = unrest;
			pause();
		}
	}

	/// What is still under way, in words.
	public List<String> unrest() {
		try (var databases = Databases.snapshot(this.urls)) {
			return Rest.unrest(databases);
		}
	}

	/// Checks everything that can be told from the databases alone.
	///
	/// @throws AssertionError that names every broken invariant, with witnesses
	public void verify() {
		verify(new History());
	}

	/// Checks also what the shop told its clients.
	public void verify(History history) {
		try (var databases = Databases.snapshot(this.urls)) {
			var broken = broken(databases, history);
			if (!broken.isEmpty()) {
				throw new AssertionError(broken.stream().map(Broken::toString).collect(Collectors.joining("\n")));
			}
		}
	}

	static List<Broken> broken(Databases databases, History history) {
		return Stream
			.of(StockInvariants.ALL, ReservationInvariants.ALL, OrderInvariants.ALL, LogInvariants.ALL,
					DeliveryInvariants.ALL, ReportInvariants.ALL, new HistoryInvariants(history).all())
			.flatMap(List::stream)
			.map((invariant) -> new Broken(invariant, invariant.probe().witnesses(databases)))
			.filter((broken) -> !broken.witnesses().isEmpty())
			.toList();
	}

	private static void pause() {
		try {
			Thread.sleep(40);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/// An invariant that does not hold, and some of what shows it.
	record Broken(Invariant invariant, List<String> witnesses) {

		@Override
		public String toString() {
			return this.invariant.id() + " is broken: " + this.invariant.promise()
					+ this.witnesses.stream().map((witness) -> "\n    " + witness).collect(Collectors.joining());
		}

	}

}
