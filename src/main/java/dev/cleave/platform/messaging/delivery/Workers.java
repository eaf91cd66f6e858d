package dev.cleave.platform.messaging.delivery;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

import dev.cleave.platform.messaging.MessagingSettings;
import dev.cleave.platform.messaging.log.Transport;

import org.springframework.stereotype.Component;

/// The subscription workers of this process, by the names of their cursors.
@Component
class Workers {

	private final Map<String, SubscriptionWorker> running = new ConcurrentSkipListMap<>();

	private final Transport transport;

	private final ModuleInboxes inboxes;

	private final MessagingMetrics metrics;

	private final Threads threads;

	private final MessagingSettings settings;

	private final Clock clock;

	Workers(Transport transport, ModuleInboxes inboxes, MessagingMetrics metrics, Threads threads,
			MessagingSettings settings, Clock clock) {
		this.transport = transport;
		this.inboxes = inboxes;
		this.metrics = metrics;
		this.threads = threads;
		this.settings = settings;
		this.clock = clock;
	}

	Collection<SubscriptionWorker> all() {
		return this.running.values();
	}

	/// By the name of the cursors or, for the generation that serves, by the name that
	/// was declared. What is being built is always younger than what serves.
	Optional<SubscriptionWorker> find(String subscription) {
		return all().stream()
			.filter(worker -> worker.conversation().id().equals(subscription)
					|| worker.conversation().name().equals(subscription))
			.min(Comparator.comparingInt(worker -> worker.conversation().generation()));
	}

	/// How many messages a log has, as far as any worker of this process knows.
	long seen(String source) {
		var most = new TreeMap<Integer, Long>();
		for (var worker : all()) {
			var heads = worker.heads(source);
			for (int partition = 0; partition < heads.length; partition++) {
				most.merge(partition, heads[partition], Math::max);
			}
		}
		return most.values().stream().mapToLong(Long::longValue).sum();
	}

	void start(Conversation conversation) {
		start(conversation, this.transport);
	}

	/// Lets it read over another transport than that of this process.
	void start(Conversation conversation, Transport over) {
		this.running.computeIfAbsent(conversation.id(), id -> {
			var worker = new SubscriptionWorker(conversation, over, this.inboxes.of(id), this.settings, this.clock);
			this.metrics.watch(worker);
			this.threads.start(id, worker);
			return worker;
		});
	}

	/// Lets each of these work in these generations and in no other.
	void keep(List<Conversation> conversations, Collection<Integer> generations) {
		for (var conversation : conversations) {
			generations.forEach(number -> start(conversation.in(number)));
			all().stream()
				.map(SubscriptionWorker::conversation)
				.filter(held -> held.name().equals(conversation.name()) && !generations.contains(held.generation()))
				.forEach(held -> stop(held.id()));
		}
	}

	private void stop(String id) {
		var worker = this.running.remove(id);
		if (worker != null) {
			worker.stop();
			this.metrics.forget(worker);
		}
	}

	void stop() {
		this.running.keySet().forEach(this::stop);
	}

}
