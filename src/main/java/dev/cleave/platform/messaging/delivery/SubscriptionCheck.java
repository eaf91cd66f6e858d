package dev.cleave.platform.messaging.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.cleave.platform.health.HealthSettings;
import dev.cleave.platform.health.ModuleCheck;
import dev.cleave.platform.persistence.DatabaseWatch;

import org.springframework.stereotype.Component;

/// Which subscriptions of a module are in trouble: stuck in a batch, failing again and again, or with messages set aside.
/// Who can't read because the sender's database is away is not in trouble himself.
@Component
class SubscriptionCheck implements ModuleCheck {

	private final Workers workers;

	private final DatabaseWatch databases;

	private final HealthSettings settings;

	SubscriptionCheck(Workers workers, DatabaseWatch databases, HealthSettings settings) {
		this.workers = workers;
		this.databases = databases;
		this.settings = settings;
	}

	@Override
	public Map<String, String> troubles(String module) {
		var troubles = new TreeMap<String, String>();
		for (var worker : this.workers.all()) {
			if (worker.conversation().module().equals(module)) {
				trouble(worker).ifPresent(words -> troubles.put(worker.conversation().id(), words));
			}
		}
		return troubles;
	}

	private Optional<String> trouble(SubscriptionWorker worker) {
		var words = new ArrayList<String>();
		if (worker.conversation().sources().stream().noneMatch(this.databases::isAway)) {
			tooLong(worker.pulse().busyFor())
				.ifPresent(time -> words.add("stuck in a batch for %d s".formatted(time.toSeconds())));
			tooLong(worker.pulse().failingFor())
				.ifPresent(time -> words.add("failing for %d s".formatted(time.toSeconds())));
		}
		if (worker.counts().parked() > 0) {
			words.add("%d messages set aside".formatted(worker.counts().parked()));
		}
		if (worker.counts().dead() > 0) {
			words.add("%d messages dead".formatted(worker.counts().dead()));
		}
		return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
	}

	private Optional<Duration> tooLong(Optional<Duration> time) {
		return time.filter(taken -> taken.compareTo(this.settings.stuckAfter()) > 0);
	}

}
