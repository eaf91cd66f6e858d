package dev.cleave.model;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Lets every actor of a sequence do his part at the same time.
public final class Performance {

	private Performance() {
	}

	/// Returns when all are done. Fails as the first actor failed that did.
	public static <A> void of(Sequence<A> sequence, Consumer<Step<A>> performer) {
		try (var actors = Executors.newVirtualThreadPerTaskExecutor()) {
			var parts = new ArrayList<Future<?>>();
			sequence.parts().forEach((part) -> parts.add(actors.submit(() -> part.forEach(performer))));
			for (var part : parts) {
				part.get();
			}
		}
		catch (ExecutionException ex) {
			switch (ex.getCause()) {
				case Error error -> throw error;
				case RuntimeException failure -> throw failure;
				default -> throw new IllegalStateException(ex.getCause());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted in the middle of a performance", ex);
		}
	}

}
