package dev.cleave.platform.audit;

import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/// The figures an alert is set on: what this node's last verification found.
@Component
class AuditMetrics {

	AuditMetrics(AuditBooks books, MeterRegistry meters) {
		books.all().forEach(book -> {
			gauge(meters, book, "cleave.audit.discrepancies",
					"What the last verification of the audit trail found wrong; anything but 0 is an alarm",
					AuditVerdict::discrepancies);
			gauge(meters, book, "cleave.audit.entries",
					"Entries that the last verification of the audit trail went through; they never become fewer",
					AuditVerdict::entries);
			gauge(meters, book, "cleave.audit.verified.seconds",
					"Time at which the last verification of the audit trail ended; 0 before the first",
					verdict -> verdict.finishedAt().getEpochSecond());
		});
	}

	private static void gauge(MeterRegistry meters, AuditBook book, String name, String description,
			ToDoubleFunction<AuditVerdict> figure) {
		Gauge
			.builder(name, book.verification(),
					verification -> verification.last().map(figure::applyAsDouble).orElse(0.0))
			.description(description)
			.tag("module", book.module())
			.strongReference(true)
			.register(meters);
	}

}
