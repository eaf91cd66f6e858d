package dev.cleave.platform.messaging.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// Tells up to when all that was in the topics has been brought: it asks the brokers where the ends are, and waits until
/// they have been reached. While the brokers can't be asked, that time stands still.
final class Horizon {

	private static final Duration EVERY = Duration.ofMillis(250);

	private final Collection<Course> courses;

	private Map<TopicPartition, Long> ends = Map.of();

	private Instant askedAt = Instant.EPOCH;

	private boolean reached = true;

	Horizon(Collection<Course> courses) {
		this.courses = courses;
	}

	/// A time that has come nearer.
	Optional<Instant> look(Consumer<?, ?> consumer, Instant now) {
		if (this.reached && now.isAfter(this.askedAt.plus(EVERY))) {
			this.ends = consumer.endOffsets(this.courses.stream().map(Course::place).toList());
			this.askedAt = now;
			this.reached = false;
		}
		if (this.ends.isEmpty()) {
			return Optional.empty();
		}
		var behind = this.courses.stream()
			.filter(course -> !course.compare(consumer, this.ends.getOrDefault(course.place(), 0L)))
			.count();
		var reachedNow = !this.reached && behind == 0;
		this.reached |= reachedNow;
		return reachedNow ? Optional.of(this.askedAt) : Optional.empty();
	}

}
