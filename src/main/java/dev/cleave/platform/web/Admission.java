package dev.cleave.platform.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

import dev.cleave.platform.modules.ActiveModule;
import dev.cleave.platform.web.WaitingLine.Waiter;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Lets as many requests in as the node does quickly, the urgent ones first ([Urgency]), and no module takes the place of
/// all others: where there are several, each has three quarters of what is there at most. So one that has come to a
/// standstill leaves the others a quarter, and gathers no more than the rest of the process's memory and time.
///
/// Who finds no place waits for a moment if few others do, and is sent away then.
@Component
class Admission {

	private final AdaptiveLimit limit;

	private final Map<String, Integer> held = new HashMap<>();

	private final WaitingLine line = new WaitingLine();

	private final RequestSettings settings;

	private final LongSupplier nanos;

	private final boolean isShared;

	private int atWork;

	private int peak;

	private int finished;

	private int late;

	@Autowired
	Admission(RequestSettings settings, ObjectProvider<ActiveModule> modules) {
		this(settings, modules.stream().count() > 1, System::nanoTime);
	}

	/// @param isShared by several modules
	Admission(RequestSettings settings, boolean isShared, LongSupplier nanos) {
		this.limit = new AdaptiveLimit(settings);
		this.settings = settings;
		this.isShared = isShared;
		this.nanos = nanos;
	}

	/// Returns when the request may be worked on; null if it may not.
	@Nullable Permit enter(Errand errand) {
		var waiter = new Waiter(errand);
		synchronized (this) {
			if (hasRoom(errand)) {
				take(errand);
				return new Permit(this, errand, this.nanos);
			}
			if (this.settings.longestWait().isZero() || !this.line.join(waiter, places())) {
				return null;
			}
		}
		waiter.await(this.settings.longestWait());
		synchronized (this) {
			this.line.leave(waiter);
		}
		return waiter.isAdmitted() ? new Permit(this, errand, this.nanos) : null;
	}

	/// Lets somebody back in who was at work already, whoever else is.
	synchronized void take(Errand errand) {
		this.atWork++;
		this.peak = Math.max(this.peak, this.atWork);
		this.held.merge(errand.module(), 1, Integer::sum);
	}

	synchronized void giveBack(Errand errand) {
		this.atWork--;
		this.held.merge(errand.module(), -1, Integer::sum);
		callIn();
	}

	/// Hears how long a request took that tells how quick the node is. Reports take as
	/// long as they take.
	synchronized void learn(Errand errand, long took) {
		if (errand.urgency() != Urgency.LOW) {
			this.finished++;
			this.late += (took > this.settings.target().toNanos()) ? 1 : 0;
		}
	}

	/// Ends a window, and begins the next.
	///
	/// @param lag how much later than it should
	synchronized void adapt(Duration lag) {
		this.limit.adapt(new AdaptiveLimit.Window(this.finished, this.late, this.peak, lag));
		this.finished = 0;
		this.late = 0;
		this.peak = this.atWork;
		callIn();
	}

	int limit() {
		return this.limit.current();
	}

	synchronized int atWork() {
		return this.atWork;
	}

	synchronized int waiting() {
		return this.line.size();
	}

	/// More could not come in within the short time that they wait.
	private int places() {
		return Math.max(1, this.limit.current() / 4);
	}

	private void callIn() {
		for (var next = this.line.next(this::hasRoom); next.isPresent(); next = this.line.next(this::hasRoom)) {
			take(next.get().errand());
			next.get().tell(true);
		}
	}

	private boolean hasRoom(Errand errand) {
		var share = errand.urgency().shareOf(this.limit.current());
		var ofModule = this.isShared ? Math.max(1, share * 3 / 4) : share;
		return this.atWork < share && this.held.getOrDefault(errand.module(), 0) < ofModule;
	}

}
