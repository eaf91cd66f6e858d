package dev.cleave.benchmark;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// Requests that come over some connections at once: one after the other on each (closed), or at moments that were set
/// beforehand, however long answers take (open). In an open load a request that had to wait for its turn counts from the
/// moment at which it was due, so that nothing slow is left out ("coordinated omission").
final class Load {

	private static final long LONGEST = Duration.ofMinutes(2).toNanos();

	private final URI server;

	private final Supplier<byte[]> requests;

	private final int connections;

	Load(URI server, Supplier<byte[]> requests, int connections) {
		this.server = server;
		this.requests = requests;
		this.connections = connections;
	}

	/// As many as can be answered.
	Result closed(Duration time) {
		return run(time, (_, _) -> System.nanoTime());
	}

	/// So many each second.
	Result open(double perSecond, Duration time) {
		var pause = 1e9 / perSecond;
		return run(time, (begin, number) -> begin + (long) (number * pause));
	}

	private Result run(Duration time, Schedule schedule) {
		var latencies = new ConcurrentHistogram(LONGEST, 3);
		var statuses = new ConcurrentHashMap<Integer, LongAdder>();
		var numbers = new AtomicLong();
		var begin = System.nanoTime();
		var end = begin + time.toNanos();
		var threads = new ArrayList<Thread>();
		for (var connection = 0; connection < this.connections; connection++) {
			threads.add(Thread.ofPlatform().name("load-" + connection).start(() -> {
				var wire = new Wire(this.server);
				while (true) {
					var due = schedule.due(begin, numbers.getAndIncrement());
					if (due >= end) {
						wire.close();
						return;
					}
					waitFor(due);
					var status = status(wire, this.requests.get());
					latencies.recordValue(Math.min(LONGEST, System.nanoTime() - due));
					statuses.computeIfAbsent(status, _ -> new LongAdder()).increment();
				}
			}));
		}
		threads.forEach(Load::join);
		var counts = new TreeMap<Integer, Long>();
		statuses.forEach((status, count) -> counts.put(status, count.sum()));
		return new Result(latencies, counts, Duration.ofNanos(System.nanoTime() - begin));
	}

	private static int status(Wire wire, byte[] request) {
		try {
			return wire.exchange(request);
		}
		catch (IOException ex) {
			wire.close();
			return 0;
		}
	}

	private static void waitFor(long due) {
		for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted under load", ex);
		}
	}

	private interface Schedule {

		long due(long begin, long number);

	}

	/// @param statuses how many answers had which status; 0 for connections that broke
	record Result(Histogram latencies, Map<Integer, Long> statuses, Duration time) {

		long with(int status) {
			return this.statuses.getOrDefault(status, 0L);
		}

		double perSecond(int status) {
			return with(status) / (this.time.toNanos() / 1e9);
		}

		double millis(double percentile) {
			return this.latencies.getValueAtPercentile(percentile) / 1e6;
		}

		List<Double> percentiles() {
			return List.of(millis(50), millis(95), millis(99), millis(99.9));
		}

	}

}
