package dev.cleave.platform.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/// So many a minute and no more: of each, and of all together.
final class Ration {

	private final int each;

	private final int all;

	private final Clock clock;

	private final Map<String, Integer> granted = new HashMap<>();

	private Instant minute = Instant.MIN;

	private int total;

	Ration(int each, int all, Clock clock) {
		this.each = each;
		this.all = all;
		this.clock = clock;
	}

	synchronized boolean grants(String who) {
		var now = this.clock.instant().truncatedTo(ChronoUnit.MINUTES);
		if (!now.equals(this.minute)) {
			this.minute = now;
			this.granted.clear();
			this.total = 0;
		}
		if (this.total >= this.all || this.granted.getOrDefault(who, 0) >= this.each) {
			return false;
		}
		this.total++;
		this.granted.merge(who, 1, Integer::sum);
		return true;
	}

}
