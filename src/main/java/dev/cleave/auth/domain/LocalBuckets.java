package dev.cleave.auth.domain;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/// Buckets of this node alone, for as long as Redis is away. The ones that were used least recently are forgotten, so that
/// a flood takes no memory.
@Component
class LocalBuckets implements Buckets {

	static final int MOST = 10_000;

	private final Map<String, Level> levels = new LinkedHashMap<>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Level> eldest) {
			return size() > MOST;
		}

	};

	private final ThrottleSettings settings;

	private final Clock clock;

	LocalBuckets(ThrottleSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public synchronized Answer take(List<Bucket> buckets) {
		for (var bucket : buckets) {
			var level = level(bucket);
			if (level.spent + 1 > bucket.limit()) {
				return new Answer(Math.max(1, (long) Math.ceil((level.spent + 1 - bucket.limit()) * perUnit(bucket))));
			}
			if (level.spent + level.held + 1 > bucket.limit()) {
				return new Answer(0);
			}
		}
		buckets.forEach(bucket -> keep(bucket, level(bucket).with(0, 1)));
		return Answer.YES;
	}

	@Override
	public synchronized void settle(List<Bucket> buckets, Outcome outcome) {
		for (var bucket : buckets) {
			var level = level(bucket);
			var cost = outcome.cost(bucket);
			keep(bucket, level.with((cost < 0) ? -level.spent : Math.min(cost, bucket.limit() - level.spent), -1));
		}
	}

	synchronized int size() {
		return this.levels.size();
	}

	/// As it has become by now.
	private Level level(Bucket bucket) {
		var now = this.clock.millis();
		var kept = this.levels.getOrDefault(bucket.key(), new Level(0, 0, now));
		var age = Math.max(0, now - kept.at);
		var isLost = age > LOST.toMillis();
		var spent = kept.spent + (isLost ? kept.held : 0) - age / perUnit(bucket);
		return new Level(Math.clamp(spent, 0, bucket.limit()), isLost ? 0 : kept.held, now);
	}

	private void keep(Bucket bucket, Level level) {
		if (level.spent == 0 && level.held == 0) {
			this.levels.remove(bucket.key());
		}
		else {
			this.levels.put(bucket.key(), level);
		}
	}

	/// How many milliseconds one failure counts.
	private double perUnit(Bucket bucket) {
		return (double) this.settings.window().toMillis() / bucket.limit();
	}

	/// @param spent what has failed
	/// @param held by those who are still at it
	private record Level(double spent, int held, long at) {

		Level with(double more, int places) {
			return new Level(this.spent + more, Math.max(0, this.held + places), this.at);
		}

	}

}
