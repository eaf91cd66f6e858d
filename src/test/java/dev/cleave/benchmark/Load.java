package dev.cleave.benchmark;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// Requests that come over some connections at once: one after the other on each (closed), or at moments that were set
/// beforehand, however long answers take (open). In an open load a request that had to wait for its turn counts from the
/// moment at which it was due, so that nothing slow is left out ("coordinated omission").
final class Load {

	static final long LONGEST = Duration.ofMinutes(2).toNanos();

	/// With more connections than these the threads that hold them would cost more than
	/// the requests.
	private static final int MOST_PLATFORM_THREADS = 64;

	private final URI server;

	private final Supplier<byte[]> requests;

	private final int connections;

	private final Function<Wire, String> outcome;

	private final int attempts;

	Load(URI server, Supplier<byte[]> requests, int connections) {
		this(server, requests, connections, _ -> "", 1);
	}

	private Load(URI server, Supplier<byte[]> requests, int connections, Function<Wire, String> outcome, int attempts) {
		this.server = server;
		this.requests = requests;
		this.connections = connections;
		this.outcome = outcome;
		this.attempts = attempts;
	}

	/// Tells apart answers of the same status by what is added to it.
	Load telling(Function<Wire, String> more) {
		return new Load(this.server, this.requests, this.connections, more, this.attempts);
	}

	/// Sends what was turned away by 429 or 503 again, at once, until it was sent so
	/// often. Each answer counts.
	Load insisting(int times) {
		return new Load(this.server, this.requests, this.connections, this.outcome, times);
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
		var answers = new ConcurrentHashMap<String, Histogram>();
		var numbers = new AtomicLong();
		var begin = System.nanoTime();
		var end = begin + time.toNanos();
		var threads = new ArrayList<Thread>();
		var makes = (this.connections > MOST_PLATFORM_THREADS) ? Thread.ofVirtual() : Thread.ofPlatform();
		for (var connection = 0; connection < this.connections; connection++) {
			threads.add(makes.start(() -> {
				try (var wire = new Wire(this.server)) {
					for (var due = schedule.due(begin, numbers.getAndIncrement()); due < end; due = schedule.due(begin,
							numbers.getAndIncrement())) {
						waitFor(due);
						insist(wire, due, answers);
					}
				}
			}));
		}
		threads.forEach(Load::join);
		return new Result(answers, Duration.ofNanos(System.nanoTime() - begin));
	}

	private void insist(Wire wire, long due, ConcurrentHashMap<String, Histogram> answers) {
		var request = this.requests.get();
		var since = due;
		for (var attempt = 1; attempt <= this.attempts; attempt++) {
			var answer = answer(wire, request);
			var now = System.nanoTime();
			answers.computeIfAbsent(answer, _ -> new ConcurrentHistogram(LONGEST, 3))
				.recordValue(Math.min(LONGEST, now - since));
			if (!answer.startsWith("429") && !answer.startsWith("503")) {
				return;
			}
			since = now;
		}
	}

	private String answer(Wire wire, byte[] request) {
		try {
			return wire.exchange(request) + this.outcome.apply(wire);
		}
		catch (IOException ex) {
			wire.close();
			return Result.BROKEN;
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

}
