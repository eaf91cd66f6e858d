package dev.cleave.platform.messaging.delivery;

import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;

import dev.cleave.platform.messaging.MessagingSettings;
import dev.cleave.platform.messaging.log.Transport;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;

/// Trouble that is none: every subscription has a second worker, as it has where there is a second node, and both are
/// after the same cursors.
public class CompetingWorkers {

	@Bean
	SmartLifecycle rivals(Conversations conversations, Transport transport, ModuleInboxes inboxes,
			MessagingSettings settings, Clock clock) {
		return new Rivals(conversations, transport, inboxes, settings, clock);
	}

	private static final class Rivals implements SmartLifecycle {

		private final Conversations conversations;

		private final Transport transport;

		private final ModuleInboxes inboxes;

		private final MessagingSettings settings;

		private final Clock clock;

		private List<SubscriptionWorker> workers = List.of();

		Rivals(Conversations conversations, Transport transport, ModuleInboxes inboxes, MessagingSettings settings,
				Clock clock) {
			this.conversations = conversations;
			this.transport = transport;
			this.inboxes = inboxes;
			this.settings = settings;
			this.clock = clock;
		}

		@Override
		public void start() {
			this.workers = this.conversations.all()
				.stream()
				.filter(Predicate.not(Conversation::isRebuildable))
				.map((conversation) -> new SubscriptionWorker(conversation, this.transport,
						this.inboxes.of(conversation.id()), this.settings, this.clock))
				.toList();
			this.workers.forEach(
					(worker) -> Thread.ofPlatform().daemon().name("rival-" + worker.conversation().id()).start(worker));
		}

		@Override
		public void stop() {
			this.workers.forEach(SubscriptionWorker::stop);
			this.workers = List.of();
		}

		@Override
		public boolean isRunning() {
			return !this.workers.isEmpty();
		}

	}

}
