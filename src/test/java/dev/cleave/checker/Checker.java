package dev.cleave.checker;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Waits until a shop is at rest and then checks that every number in its databases adds up.
public final class Checker {

	/// Longer than any pause that the shop makes after trouble.
	private static final Duration STANDSTILL = Duration.ofMillis(1_500);

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
		var quiet = new AtomicInteger();
		await("The shop did not come to rest", atMost, () -> {
			var unrest = unrest();
			// Several databases are not looked at in the same moment: what moves between
			// them shows the second time.
			return (unrest.isEmpty() && quiet.incrementAndGet() < 2) ? List.of("nothing, at first sight") : unrest;
		});
	}

	/// Waits until a shop that may have a bug in it either comes to rest or gets no
	/// further.
	public void awaitRestOrStandstill() {
		var last = List.<String>of();
		var since = System.nanoTime();
		for (var quiet = 0; quiet < 2 && System.nanoTime() - since < STANDSTILL.toNanos();) {
			pause();
			var unrest = unrest();
			quiet = unrest.isEmpty() ? quiet + 1 : 0;
			if (!unrest.equals(last)) {
				last = unrest;
				since = System.nanoTime();
			}
		}
	}

	/// Waits until everybody has heard what is under way now, whatever comes after it.
	///
	/// @throws AssertionError that names who has not
	public void awaitProgress(Duration atMost) {
		var start = cursors();
		await("The shop made no progress", atMost, () -> {
			var now = cursors();
			return start.keySet()
				.stream()
				.flatMap((module) -> now.get(module).behind(start.get(module)).stream())
				.toList();
		});
	}

	private Map<String, Cursors> cursors() {
		try (var databases = Databases.snapshot(this.urls)) {
			return this.urls.keySet()
				.stream()
				.collect(Collectors.toMap(Function.identity(), (module) -> Cursors.of(databases, module)));
		}
	}

	private static void await(String otherwise, Duration atMost, Supplier<List<String>> unfinished) {
		var deadline = System.nanoTime() + atMost.toNanos();
		while (true) {
			var what = unfinished.get();
			if (what.isEmpty()) {
				return;
			}
			if (System.nanoTime() > deadline) {
				throw new AssertionError(otherwise + " within " + atMost + ":\n  " + String.join("\n  ", what));
			}
			pause();
		}
	}

	/// Where a text stands, as `schema.table`, also within bytes. Tables of all modules
	/// are
	/// looked through.
	public Set<String> placesOf(String text) {
		try (var databases = Databases.snapshot(this.urls)) {
			return Places.of(text, databases);
		}
	}

	/// How much each module has told so far. Who looks at one thing after the other can
	/// see by it whether something happened meanwhile.
	public Map<String, String> told() {
		try (var databases = Databases.snapshot(this.urls)) {
			return this.urls.keySet()
				.stream()
				.collect(
						Collectors.toMap(
								Function.identity(), (
										module) -> databases
											.keyed(module,
													"SELECT partition, next_position FROM %s.log_partition"
														.formatted(module))
											.toString()));
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

	/// The ids of the invariants that are broken in one database for all modules, with
	/// what this connection has changed
	/// and not committed.
	public Set<String> brokenThrough(Connection connection) {
		return brokenThrough(connection, new History());
	}

	/// The same with what the shop told its clients.
	public Set<String> brokenThrough(Connection connection, History history) {
		return broken(Databases.through(connection, this.urls.keySet()), history).stream()
			.map((broken) -> broken.invariant().id())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/// The ids of the invariants that are broken, each with its witnesses in words.
	public Map<String, String> broken(History history) {
		try (var databases = Databases.snapshot(this.urls)) {
			return broken(databases, history).stream()
				.collect(Collectors.toMap((broken) -> broken.invariant().id(), Broken::toString,
						(one, other) -> one + "\n" + other, TreeMap::new));
		}
	}

	static List<Broken> broken(Databases databases, History history) {
		return Stream
			.of(StockInvariants.ALL, ReservationInvariants.ALL, OrderInvariants.ALL, FulfilmentInvariants.ALL,
					IdempotencyInvariants.ALL, LogInvariants.ALL, LevelInvariants.ALL, DeliveryInvariants.ALL,
					ReportInvariants.ALL, CopyInvariants.ALL, ErasureInvariants.ALL, ExportInvariants.ALL,
					AuditInvariants.ALL, new HistoryInvariants(history).all())
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
