package dev.cleave.platform.messaging.delivery;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/// The figures an alert is set on: lag, parked and dead messages of every subscription, in each generation of it.
@Component
class MessagingMetrics {

	private final MeterRegistry meters;

	private final Map<SubscriptionWorker, List<Meter>> watched = new ConcurrentHashMap<>();

	MessagingMetrics(MeterRegistry meters) {
		this.meters = meters;
	}

	void watch(SubscriptionWorker worker) {
		this.watched.put(worker,
				List.of(gauge("cleave.messaging.lag", "Messages in the logs that the subscription has not taken yet",
						worker, it -> it.lags().values().stream().mapToLong(Long::longValue).sum()),
						gauge("cleave.messaging.parked", "Messages set aside that are tried again", worker,
								it -> it.counts().parked()),
						gauge("cleave.messaging.dead", "Messages given up until an operator decides", worker,
								it -> it.counts().dead()),
						gauge("cleave.messaging.caught.up.seconds",
								"Time at which the subscription last had nothing left to take", worker,
								it -> it.caughtUpAt().getEpochSecond())));
	}

	void forget(SubscriptionWorker worker) {
		var gauges = this.watched.remove(worker);
		if (gauges != null) {
			gauges.forEach(this.meters::remove);
		}
	}

	private Gauge gauge(String name, String description, SubscriptionWorker worker,
			ToDoubleFunction<SubscriptionWorker> value) {
		return Gauge.builder(name, worker, value)
			.description(description)
			.tag("module", worker.conversation().module())
			.tag("subscription", worker.conversation().name())
			.tag("generation", Integer.toString(worker.conversation().generation()))
			.register(this.meters);
	}

}
