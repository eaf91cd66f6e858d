package dev.cleave.orders.domain;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.cleave.orders.OrderId;

/// Two who want something of each of many orders, released together order by order. Now the one, now the other is a
/// little late.
final class Rivals {

	private final CyclicBarrier barrier = new CyclicBarrier(2);

	private final List<OrderId> orders;

	private Rivals(List<OrderId> orders) {
		this.orders = orders;
	}

	/// What both were told about each order, as `Paid/Late`.
	static List<String> race(List<OrderId> orders, Function<OrderId, ?> one, Function<OrderId, ?> other) {
		var rivals = new Rivals(orders);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var ones = CompletableFuture.supplyAsync(() -> rivals.run(one, 0), threads);
			var others = CompletableFuture.supplyAsync(() -> rivals.run(other, 1), threads).join();
			return IntStream.range(0, orders.size())
				.mapToObj(index -> ones.join().get(index) + "/" + others.get(index))
				.toList();
		}
	}

	private List<String> run(Function<OrderId, ?> wish, int place) {
		return IntStream.range(0, this.orders.size()).mapToObj(index -> {
			meet();
			if (index % 2 == place) {
				linger(index % 7 * 50_000L);
			}
			return wish.apply(this.orders.get(index)).getClass().getSimpleName();
		}).toList();
	}

	private void meet() {
		try {
			this.barrier.await(30, TimeUnit.SECONDS);
		}
		catch (BrokenBarrierException | TimeoutException ex) {
			throw new IllegalStateException("The rival is gone", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static void linger(long nanos) {
		var end = System.nanoTime() + nanos;
		while (System.nanoTime() < end) {
			Thread.onSpinWait();
		}
	}

}
