package dev.cleave.platform.web;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/// How much of the node is in use, and whom it has sent away.
@Component
class AdmissionMetrics {

	private final Map<Urgency, Counter> refused;

	AdmissionMetrics(Admission admission, MeterRegistry meters) {
		gauge(meters, admission, "cleave.requests.limit", "Requests that this node works on at once at most",
				Admission::limit);
		gauge(meters, admission, "cleave.requests.at.work", "Requests that this node works on", Admission::atWork);
		gauge(meters, admission, "cleave.requests.waiting", "Requests that wait for their turn", Admission::waiting);
		this.refused = Stream.of(Urgency.values())
			.collect(Collectors.toUnmodifiableMap(Function.identity(),
					urgency -> Counter.builder("cleave.requests.refused")
						.description("Requests sent away before anything was done, by urgency")
						.tag("urgency", urgency.name().toLowerCase(Locale.ROOT))
						.register(meters)));
	}

	void refused(Urgency urgency) {
		Objects.requireNonNull(this.refused.get(urgency)).increment();
	}

	private static void gauge(MeterRegistry meters, Admission admission, String name, String description,
			ToIntFunction<Admission> figure) {
		Gauge.builder(name, admission, figure::applyAsInt).description(description).register(meters);
	}

}
