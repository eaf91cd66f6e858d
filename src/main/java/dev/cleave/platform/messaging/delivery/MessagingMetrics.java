package dev.cleave.platform.messaging.delivery;

import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The figures an alert is set on: lag, parked and dead messages of every subscription.
@Component
class MessagingMetrics {

	private final MessagingLifecycle messaging;

	private final MeterRegistry meters;

	MessagingMetrics(MessagingLifecycle messaging, MeterRegistry meters) {
		this.messaging = messaging;
		this.meters = meters;
	}

	@EventListener(ApplicationReadyEvent.class)
	void register() {
		for (var worker : this.messaging.workers()) {
			gauge("cleave.messaging.lag", "Messages in the logs that the subscription has not taken yet", worker,
					it -> it.lags().values().stream().mapToLong(Long::longValue).sum());
			gauge("cleave.messaging.parked", "Messages set aside that are tried again", worker,
					it -> it.counts().parked());
			gauge("cleave.messaging.dead", "Messages given up until an operator decides", worker,
					it -> it.counts().dead());
			gauge("cleave.messaging.caught.up.seconds", "Time at which the subscription last had nothing left to take",
					worker, it -> it.caughtUpAt().getEpochSecond());
		}
	}

	private void gauge(String name, String description, SubscriptionWorker worker,
			ToDoubleFunction<SubscriptionWorker> value) {
		Gauge.builder(name, worker, value)
			.description(description)
			.tag("module", worker.conversation().module())
			.tag("subscription", worker.conversation().id())
			.register(this.meters);
	}

}
