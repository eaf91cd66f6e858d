package dev.cleave.witness;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// People who trade in a shop for as long as one likes, all in this process, so that its clock says what came before
/// what. The same seed has them want the same.
public final class Load implements AutoCloseable {

	private final Diary diary;

	private final Trade trade;

	private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();

	private final List<Customer> customers;

	private final List<Future<?>> errands;

	private volatile boolean over;

	private Load(Diary diary, Trade trade, long seed, int customers, Duration pause) {
		this.diary = diary;
		this.trade = trade;
		this.customers = IntStream.range(0, customers)
			.mapToObj((number) -> new Customer(trade, number, seed, pause, () -> this.over))
			.toList();
		this.errands = this.customers.stream().<Future<?>>map(this.people::submit).toList();
	}

	/// Begins to trade.
	///
	/// @param nodes that some ask directly
	/// @param diary file that all they ask and are told is written to
	/// @param pause of each of them between two wishes
	public static Load begin(URI gateway, List<URI> nodes, Path diary, long seed, int customers, Duration pause) {
		var kept = new Diary(diary);
		return new Load(kept, new Trade(gateway, nodes, kept), seed, customers, pause);
	}

	/// Has the reports of a shop made anew, as its administrator may.
	public static void rebuildReports(URI gateway) {
		var told = Trade.administrator(gateway)
			.ask(gateway, "POST", Person.API + "/reports/rebuild",
					Map.of("Idempotency-Key", UUID.randomUUID().toString()), "");
		if (!told.isOk()) {
			throw new IllegalStateException("Reports are not made anew: " + told);
		}
	}

	/// Writes down what befalls the shop.
	public void befalls(String fault) {
		this.trade.write(new Entry(this.trade.nextCall(), this.trade.now(), 0, "fault", Entry.Phase.INVOKE, null, null,
				fault, null, 0, null, null, 0, null, null, null, null));
	}

	/// How many orders somebody was told of so far.
	public long placed() {
		return this.trade.placed();
	}

	/// Returns when nobody wants anything any more and, as far as the shop tells by then,
	/// everybody has his answer.
	///
	/// @param healed whether it can tell
	public void end(boolean healed) {
		this.over = true;
		try {
			for (var errand : this.errands) {
				errand.get();
			}
			if (healed) {
				var again = this.customers.stream().map((one) -> this.people.submit(one::askAgain)).toList();
				for (var one : again) {
					one.get();
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (java.util.concurrent.ExecutionException ex) {
			throw new IllegalStateException("A customer fell ill", ex);
		}
		close();
	}

	@Override
	public void close() {
		this.over = true;
		this.people.shutdownNow();
		this.people.close();
		this.diary.close();
	}

}
