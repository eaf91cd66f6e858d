package dev.cleave.platform.local;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A server that is started once, on a thread of its own, while whoever asked for it does something else.
final class InBackground<T> {

	private static final Logger logger = LoggerFactory.getLogger(InBackground.class);

	/// A wait longer than this is explained to whoever looks at the log.
	private static final Duration SILENCE = Duration.ofSeconds(2);

	private final String name;

	private final Supplier<T> start;

	private final AtomicReference<@Nullable CompletableFuture<T>> running = new AtomicReference<>();

	InBackground(String name, Supplier<T> start) {
		this.name = name;
		this.start = start;
	}

	/// Begins, unless it has begun already.
	CompletableFuture<T> begin() {
		var future = new CompletableFuture<T>();
		var earlier = this.running.compareAndExchange(null, future);
		if (earlier != null) {
			return earlier;
		}
		Thread.ofPlatform().daemon().name("start-" + this.name).start(() -> run(future));
		return future;
	}

	private void run(CompletableFuture<T> future) {
		var begun = System.nanoTime();
		try {
			var server = this.start.get();
			logger.info("{} started in {} ms", this.name, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
			future.complete(server);
		}
		catch (Throwable ex) {
			future.completeExceptionally(ex);
		}
	}

	/// The server, once it is up.
	///
	/// @throws LocalServerException if it cannot be started
	T await() {
		var future = begin();
		try {
			if (!Patience.until(future::isDone, SILENCE)) {
				logger.info("Waiting for {}…", this.name);
			}
			return future.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof LocalServerException known) ? known : ex;
		}
	}

	/// Hands over the server if it was ever begun, waiting for a start that is under way;
	/// afterwards none can begin.
	void end(Consumer<T> stop) {
		var begun = this.running
			.getAndSet(CompletableFuture.failedFuture(new CancellationException(this.name + " is stopped")));
		if (begun != null) {
			begun.handle((server, failure) -> (failure == null) ? server : null).thenAccept(server -> {
				if (server != null) {
					stop.accept(server);
				}
			}).join();
		}
	}

}
