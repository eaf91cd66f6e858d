package dev.cleave.platform.persistence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

import dev.cleave.platform.Pace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/// Does the work of many callers at once, as what each of them costs is mostly what a transaction or a statement costs.
/// Nobody waits for others to come unless many do: while one batch is at work the next gathers, as few large ones cost less
/// than many small ones. For writing this is group commit (DeWitt et al., "Implementation Techniques for Main Memory
/// Database Systems", 1984); who reads is answered by a statement that began after he came, so nothing is stale.
///
/// Each caller gets his result when the batch that holds it has ended: one that writes is durable then. If it fails nobody's
/// work is done, and each does his own by himself: what is wrong with one harms no other.
///
/// @param <T> work of one caller
/// @param <R> what comes of it
public final class Batcher<T, R> implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Batcher.class);

	/// With a batch that waits for a lock, or for a slow database: then another begins
	/// beside it.
	private static final Duration PATIENCE = Duration.ofMillis(100);

	private static final int THREADS = 2;

	private final BlockingQueue<Waiting<T, R>> queue = new LinkedBlockingQueue<>();

	private final Semaphore turn = new Semaphore(1);

	private final Duration patience;

	private final String name;

	/// Of whoever has the turn.
	private final Pace pace;

	private final ToIntFunction<T> weight;

	private final int heaviest;

	private final Function<List<T>, List<Optional<R>>> together;

	private final Function<T, R> alone;

	private final List<Thread> threads;

	private volatile boolean closed;

	/// @param apart between the beginnings of two batches, under load: time for others to
	/// come
	/// @param weight of work, at least 1
	/// @param heaviest a batch takes nobody in who comes when it weighs so much
	/// @param together does the work of a batch, and returns after it has committed;
	/// empty
	/// for those who have to do theirs alone
	/// @param alone does the work of one in a transaction of its own
	public Batcher(String name, Duration apart, ToIntFunction<T> weight, int heaviest,
			Function<List<T>, List<Optional<R>>> together, Function<T, R> alone) {
		this(name, apart, PATIENCE, weight, heaviest, together, alone);
	}

	/// @param patience how long one batch is waited for before another begins beside it
	Batcher(String name, Duration apart, Duration patience, ToIntFunction<T> weight, int heaviest,
			Function<List<T>, List<Optional<R>>> together, Function<T, R> alone) {
		this.name = name;
		this.patience = patience;
		this.pace = new Pace(apart);
		this.weight = weight;
		this.heaviest = heaviest;
		this.together = together;
		this.alone = alone;
		this.threads = IntStream.rangeClosed(1, THREADS)
			.mapToObj(number -> Thread.ofPlatform().daemon().name(name + "-" + number).start(this::work))
			.toList();
	}

	/// Returns when the work is done, or throws what went wrong with it.
	public R submit(T work) {
		if (this.closed) {
			return this.alone.apply(work);
		}
		var waiting = new Waiting<T, R>(work, new CompletableFuture<>());
		this.queue.add(waiting);
		if (this.closed) {
			leaveAlone();
		}
		var outcome = waiting.result().join();
		return outcome.result().orElseGet(() -> outcome.isUnknown() ? again(work) : this.alone.apply(work));
	}

	/// After a commit of which nobody knows whether it was one: that there is no
	/// connection now does not mean that nothing was done.
	private R again(T work) {
		try {
			return this.alone.apply(work);
		}
		catch (CannotCreateTransactionException ex) {
			throw new TransactionSystemException("It may have been done already", ex);
		}
	}

	private void work() {
		try {
			while (!this.closed) {
				begin(this.queue.take());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		leaveAlone();
	}

	private void begin(Waiting<T, R> first) throws InterruptedException {
		var mine = false;
		try {
			mine = this.turn.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS);
			if (mine) {
				this.pace.await();
			}
			work(gather(first));
		}
		finally {
			// If this thread was told to end before it came to that.
			first.leaveAlone();
			if (mine) {
				this.turn.release();
			}
		}
	}

	private List<Waiting<T, R>> gather(Waiting<T, R> first) {
		var group = new ArrayList<Waiting<T, R>>();
		group.add(first);
		var weight = this.weight.applyAsInt(first.work());
		while (weight < this.heaviest && this.queue.poll() instanceof Waiting<T, R> next) {
			group.add(next);
			weight += this.weight.applyAsInt(next.work());
		}
		return group;
	}

	private void work(List<Waiting<T, R>> group) {
		List<Optional<R>> results = List.of();
		var unknown = false;
		try {
			results = this.together.apply(group.stream().map(Waiting::work).toList());
		}
		catch (RuntimeException | Error ex) {
			unknown = !(ex instanceof CannotCreateTransactionException);
			log.info("{}: {} go on alone: {}", this.name, group.size(), ex.toString());
		}
		finally {
			for (var member = 0; member < group.size(); member++) {
				group.get(member)
					.result()
					.complete((member < results.size()) ? new Outcome<>(results.get(member), false)
							: new Outcome<>(Optional.empty(), unknown));
			}
		}
	}

	/// How many are not at work yet.
	int waiting() {
		return this.queue.size();
	}

	/// Whoever still comes does his work by himself.
	@Override
	public void close() {
		this.closed = true;
		this.threads.forEach(Thread::interrupt);
		leaveAlone();
	}

	private void leaveAlone() {
		for (var left = this.queue.poll(); left != null; left = this.queue.poll()) {
			left.leaveAlone();
		}
	}

	private record Waiting<T, R>(T work, CompletableFuture<Outcome<R>> result) {

		/// Changes nothing for whoever has his outcome.
		void leaveAlone() {
			this.result.complete(new Outcome<>(Optional.empty(), false));
		}

	}

	/// @param result empty for whoever has to do his work alone
	/// @param isUnknown whether it may have been done already
	private record Outcome<R>(Optional<R> result, boolean isUnknown) {

	}

}
