package dev.cleave.inventory.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.cleave.inventory.events.StockLevelChanged;
import dev.cleave.inventory.events.StockRanLow;
import dev.cleave.inventory.events.StockRecovered;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tells how much there is of products where that differs from what was told before, and whether a product has become low
/// or is no longer. What was told is a row that is locked first and read against stock then, so whoever tells, however
/// many do at once, each difference is told once and in order.
@Service
public class TellingLevels {

	private final Levels levels;

	private final ApplicationEventPublisher events;

	TellingLevels(Levels levels, ApplicationEventPublisher events) {
		this.levels = levels;
		this.events = events;
	}

	@Transactional("inventory")
	public void tell(Collection<String> skus) {
		var told = this.levels.lockTold(skus);
		var changed = new ArrayList<Level>();
		for (var level : this.levels.now(told.keySet())) {
			var before = told.get(level.sku());
			if (before != null && !level.equals(before)) {
				tell(before, level);
				changed.add(level);
			}
		}
		if (!changed.isEmpty()) {
			this.levels.keepTold(changed);
		}
	}

	/// Finds what nobody remembers to tell, because a process died.
	List<String> forgotten(int limit) {
		return this.levels.untold(limit);
	}

	private void tell(Level before, Level now) {
		this.events
			.publishEvent(new StockLevelChanged(now.sku(), now.onHand(), now.reserved(), now.lowAt(), now.version()));
		if (now.lowAt() != null && now.isLow() && !before.isLow()) {
			this.events.publishEvent(new StockRanLow(now.sku(), now.available(), now.lowAt()));
		}
		if (!now.isLow() && before.isLow()) {
			this.events.publishEvent(new StockRecovered(now.sku(), now.available()));
		}
	}

}
