package dev.cleave.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;

/// Many who do something at the same time, though no more than so many at once.
record Crowd(int people, int atOnce) {

	/// All of them at once.
	static Crowd of(int people) {
		return new Crowd(people, people);
	}

	Crowd atMost(int limit) {
		return new Crowd(this.people, limit);
	}

	/// Lets everybody do their part and waits for the last of them. Fails if one of them
	/// fails.
	<T> List<T> each(IntFunction<T> part) {
		var start = new CountDownLatch(1);
		var permits = new Semaphore(this.atOnce);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var futures = new ArrayList<Future<T>>();
			for (var person = 0; person < this.people; person++) {
				var number = person;
				futures.add(threads.submit(() -> {
					start.await();
					permits.acquire();
					try {
						return part.apply(number);
					}
					finally {
						permits.release();
					}
				}));
			}
			start.countDown();
			return results(futures, threads::shutdownNow);
		}
	}

	private static <T> List<T> results(List<Future<T>> futures, Runnable giveUp) {
		var results = new ArrayList<T>();
		for (var future : futures) {
			try {
				results.add(future.get());
			}
			catch (ExecutionException ex) {
				giveUp.run();
				throw new AssertionError("One of the crowd failed: " + ex.getCause().getMessage(), ex.getCause());
			}
			catch (InterruptedException ex) {
				giveUp.run();
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Interrupted while a crowd was at work", ex);
			}
		}
		return results;
	}

}
