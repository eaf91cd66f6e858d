package dev.cleave.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/// Errands that people keep coming with at the same pace, whether the former ones have been answered or not.
final class SteadyLoad {

	private final List<Errand> errands;

	private final int perSecond;

	/// @param perSecond of each errand
	SteadyLoad(List<Errand> errands, int perSecond) {
		this.errands = List.copyOf(errands);
		this.perSecond = perSecond;
	}

	/// The same without what a module is asked for.
	SteadyLoad without(String module) {
		return new SteadyLoad(this.errands.stream().filter((errand) -> !errand.module().equals(module)).toList(),
				this.perSecond);
	}

	/// The same with nothing but what a module is asked for.
	SteadyLoad only(String module) {
		return new SteadyLoad(this.errands.stream().filter((errand) -> errand.module().equals(module)).toList(),
				this.perSecond);
	}

	/// What came of all those who came within so much time; returns when the last of them
	/// is answered.
	List<Visit> during(Duration time) {
		var begin = System.nanoTime();
		return until((moment) -> moment - begin >= time.toNanos());
	}

	/// What came of all those who came while something happened.
	List<Visit> during(Runnable event) {
		var over = new AtomicBoolean();
		var visits = CompletableFuture.supplyAsync(() -> until((_) -> over.get()), Thread::startVirtualThread);
		try {
			event.run();
		}
		finally {
			over.set(true);
		}
		return visits.join();
	}

	private List<Visit> until(LongPredicate over) {
		var visits = new ConcurrentLinkedQueue<Visit>();
		var pause = Duration.ofSeconds(1).dividedBy(this.perSecond).toNanos();
		try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
			for (var next = System.nanoTime(); !over.test(next); next += pause) {
				sleepUntil(next);
				for (var errand : this.errands) {
					people.execute(() -> visits.add(errand.run()));
				}
			}
		}
		return new ArrayList<>(visits);
	}

	private static void sleepUntil(long moment) {
		try {
			Thread.sleep(Duration.ofNanos(Math.max(0, moment - System.nanoTime())));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while people were coming", ex);
		}
	}

	/// Those who did not get what they came for, in words.
	static List<String> sentAway(List<Visit> visits) {
		return visits.stream().filter((visit) -> !visit.served()).map(Visit::words).toList();
	}

	/// Something that a module is asked for.
	record Errand(String module, Supplier<Answer> request) {

		private Visit run() {
			var begin = System.nanoTime();
			try {
				var answer = this.request.get();
				var served = answer.status() < 300;
				return new Visit(this.module, System.nanoTime() - begin, served, served ? "" : answer.toString());
			}
			catch (RuntimeException | AssertionError ex) {
				return new Visit(this.module, System.nanoTime() - begin, false,
						ex.getCause() == null ? ex.toString() : ex + ", " + ex.getCause());
			}
		}

	}

	/// How it went, and what was said if it went wrong.
	record Visit(String module, long nanos, boolean served, String words) {

	}

}
