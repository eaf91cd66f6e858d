package dev.cleave.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// Loads of different kinds at the same time.
final class Together {

	private Together() {
	}

	/// Starts all and returns when the last has ended; results in the same order.
	@SafeVarargs
	static List<Result> run(Supplier<Result>... loads) {
		var tasks = new ArrayList<FutureTask<Result>>();
		for (var load : loads) {
			var task = new FutureTask<>(load::get);
			tasks.add(task);
			Thread.ofPlatform().start(task);
		}
		return tasks.stream().map(Together::get).toList();
	}

	private static Result get(FutureTask<Result> task) {
		try {
			return task.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
