package dev.cleave.platform.web;

import java.time.Duration;

/// How many requests a node works on at once: a little more while that is quick enough, a tenth less when it is not
/// (additive increase, multiplicative decrease, judged window by window, as `AIMDLimit` and `WindowedLimit` of Netflix's
/// concurrency-limits do). The time is given and not learned, as what is learned under a long overload is to be slow. By
/// Little's law the limit comes to rest at what the node gets done within that time, however fast the node is.
///
/// That processors are short shows before requests take long, and refusals suffer from it, too: whoever is to run waits
/// for others. So very late windows count like late requests (queueing time as the sign of overload: Zhou et al., "Overload
/// Control for Scaling WeChat Microservices", 2018).
final class AdaptiveLimit {

	/// Refusals take processors, too: if a little lag led to more of them, they would
	/// lead to more lag.
	private static final Duration LONGEST_LAG = Duration.ofMillis(100);

	private static final int STEP = 4;

	private final int floor;

	private final int ceiling;

	private volatile int current;

	AdaptiveLimit(RequestSettings settings) {
		this.floor = settings.floor();
		this.ceiling = settings.ceiling();
		this.current = Math.min(2 * this.floor, this.ceiling);
	}

	int current() {
		return this.current;
	}

	/// Nobody has reached a limit of which not even half was used: it stays as it is.
	void adapt(Window window) {
		if (2 * window.peak() < this.current) {
			return;
		}
		if (window.isSlow()) {
			this.current = Math.max(this.floor, this.current - Math.max(1, this.current / 10));
		}
		else if (window.finished() > 0) {
			this.current = Math.min(this.ceiling, this.current + STEP);
		}
	}

	/// What happened in a short time.
	///
	/// @param finished requests that tell how quick the node is
	/// @param late how many of them took longer than they may
	/// @param peak most requests at work at once
	/// @param lag how much later than it should the window was ended, for want of a
	/// processor
	record Window(int finished, int late, int peak, Duration lag) {

		boolean isSlow() {
			return 4 * this.late > this.finished || this.lag.compareTo(LONGEST_LAG) > 0;
		}

	}

}
