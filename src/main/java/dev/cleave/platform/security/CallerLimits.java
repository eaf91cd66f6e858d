package dev.cleave.platform.security;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Counts what each caller asks of this node: how much at once, and how much in time. The latter is a bucket that fills
/// steadily, remembered as the moment at which it will be full (the generic cell rate algorithm of ATM, ITU-T I.371).
@Component
class CallerLimits {

	/// More are remembered only while they are at work.
	private static final int MOST_REMEMBERED = 10_000;

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final ConcurrentMap<String, Use> uses = new ConcurrentHashMap<>();

	private final CallerLimitSettings settings;

	private final LongSupplier nanos;

	@Autowired
	CallerLimits(CallerLimitSettings settings) {
		this(settings, System::nanoTime);
	}

	CallerLimits(CallerLimitSettings settings, LongSupplier nanos) {
		this.settings = settings;
		this.nanos = nanos;
	}

	/// Whether the caller may ask for more; if so, whoever asks calls [#leave] at the
	/// end.
	boolean enter(Caller caller) {
		var use = this.uses.compute(key(caller), (_, known) -> next(known, caller.kind()));
		return use.wasLetIn();
	}

	void leave(Caller caller) {
		var now = this.nanos.getAsLong();
		this.uses.computeIfPresent(key(caller), (_, use) -> {
			var left = new Use(use.atOnce() - 1, use.fullAt(), true);
			return left.isForgotten(now) ? null : left;
		});
		if (this.uses.size() > MOST_REMEMBERED) {
			this.uses.values().removeIf(use -> use.isForgotten(now));
		}
	}

	private Use next(@Nullable Use known, Caller.Kind kind) {
		var now = this.nanos.getAsLong();
		var use = (known != null) ? known : new Use(0, now, true);
		var most = this.settings.atOnce(kind);
		if (most > 0 && use.atOnce() >= most) {
			return use.refused();
		}
		var perSecond = this.settings.perSecond(kind);
		if (perSecond == 0) {
			return new Use(use.atOnce() + 1, now, true);
		}
		var full = (use.fullAt() - now > 0) ? use.fullAt() : now;
		var after = full + SECOND / perSecond;
		return (after - now > 2 * SECOND) ? use.refused() : new Use(use.atOnce() + 1, after, true);
	}

	private static String key(Caller caller) {
		return caller.kind() + " " + caller.id();
	}

	/// @param fullAt when the bucket is full again, by the clock of [System#nanoTime]
	/// @param wasLetIn whoever asked last
	private record Use(int atOnce, long fullAt, boolean wasLetIn) {

		Use refused() {
			return new Use(this.atOnce, this.fullAt, false);
		}

		boolean isForgotten(long now) {
			return this.atOnce == 0 && this.fullAt - now <= 0;
		}

	}

}
