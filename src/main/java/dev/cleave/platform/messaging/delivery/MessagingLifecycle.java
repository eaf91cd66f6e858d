package dev.cleave.platform.messaging.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.cleave.platform.messaging.MessagingSettings;
import dev.cleave.platform.messaging.log.LocalLogs;
import dev.cleave.platform.messaging.log.LogReader;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Starts the threads of the event engine when everything else is up, and lets them finish their batch before anything
/// else goes down.
@Component
class MessagingLifecycle implements SmartLifecycle {

	private static final Duration FAREWELL = Duration.ofSeconds(10);

	private final Conversations conversations;

	private final LocalLogs localLogs;

	private final LogReader logs;

	private final ModuleInboxes inboxes;

	private final MessagingSettings settings;

	private final Clock clock;

	private final List<Thread> threads = new ArrayList<>();

	private volatile List<SubscriptionWorker> workers = List.of();

	private volatile boolean running;

	MessagingLifecycle(Conversations conversations, LocalLogs localLogs, LogReader logs, ModuleInboxes inboxes,
			MessagingSettings settings, Clock clock) {
		this.conversations = conversations;
		this.localLogs = localLogs;
		this.logs = logs;
		this.inboxes = inboxes;
		this.settings = settings;
		this.clock = clock;
	}

	List<SubscriptionWorker> workers() {
		return this.workers;
	}

	Optional<SubscriptionWorker> worker(String subscription) {
		return this.workers.stream().filter(worker -> worker.conversation().id().equals(subscription)).findFirst();
	}

	@Override
	public void start() {
		if (!this.settings.enabled()) {
			return;
		}
		this.running = true;
		this.localLogs.sequencers().forEach(this::startThread);
		this.workers = this.conversations.find()
			.stream()
			.map(conversation -> new SubscriptionWorker(conversation, this.logs, this.inboxes.of(conversation.id()),
					this.settings, this.clock, this::isRunning))
			.toList();
		this.workers.forEach(worker -> startThread(worker.conversation().id(), worker));
	}

	@Override
	public void stop() {
		this.running = false;
		this.workers.forEach(SubscriptionWorker::wake);
		this.threads.stream().filter(thread -> thread.getName().startsWith("sequence-")).forEach(Thread::interrupt);
		for (var thread : this.threads) {
			try {
				if (!thread.join(FAREWELL)) {
					thread.interrupt();
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
		this.threads.clear();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void startThread(String name, Runnable work) {
		this.threads.add(Thread.ofPlatform().daemon().name(name).start(work));
	}

}
