package dev.cleave.platform.messaging.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import dev.cleave.platform.messaging.MessagingSettings;
import dev.cleave.platform.messaging.Remains;
import dev.cleave.platform.messaging.log.Forwarding;
import dev.cleave.platform.messaging.log.LocalLogs;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Starts the threads of the event engine when everything else is up, and lets them finish their batch before anything
/// else goes down.
@Component
class MessagingLifecycle implements SmartLifecycle {

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

	private final Conversations conversations;

	private final LocalLogs localLogs;

	private final ModuleInboxes inboxes;

	private final Workers workers;

	private final Threads threads;

	private final List<Remains> remains;

	private final List<Forwarding> forwarding;

	private final MessagingSettings settings;

	private final List<Thread> sequencers = new CopyOnWriteArrayList<>();

	private final Map<GenerationKeeper, Thread> keepers = new ConcurrentHashMap<>();

	private volatile boolean running;

	MessagingLifecycle(Conversations conversations, LocalLogs localLogs, ModuleInboxes inboxes, Workers workers,
			Threads threads, ObjectProvider<Remains> remains, ObjectProvider<Forwarding> forwarding,
			MessagingSettings settings) {
		this.conversations = conversations;
		this.localLogs = localLogs;
		this.inboxes = inboxes;
		this.workers = workers;
		this.threads = threads;
		this.remains = remains.orderedStream().toList();
		this.forwarding = forwarding.orderedStream().toList();
		this.settings = settings;
	}

	@Override
	public void start() {
		if (!this.settings.enabled()) {
			return;
		}
		this.running = true;
		this.localLogs.sequencers().forEach((name, work) -> this.sequencers.add(this.threads.start(name, work)));
		this.forwarding.forEach(forwarding -> this.localLogs.modules()
			.forEach(module -> this.workers.start(new ForwardingConversation(module, forwarding), this.localLogs)));
		this.conversations.all()
			.stream()
			.filter(Predicate.not(Conversation::isRebuildable))
			.forEach(this.workers::start);
		this.conversations.all()
			.stream()
			.filter(Conversation::isRebuildable)
			.map(Conversation::module)
			.distinct()
			.forEach(this::keepGenerations);
	}

	private void keepGenerations(String module) {
		var remains = this.remains.stream()
			.filter(candidate -> candidate.module().equals(module))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"Nobody removes what the generations of %s leave behind".formatted(module)));
		var pause = this.settings.poll().multipliedBy(5);
		var keeper = new GenerationKeeper(this.conversations.rebuildable(module), this.inboxes.of(module + "."),
				this.workers, remains, (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE);
		this.keepers.put(keeper, this.threads.start("generations-" + module, keeper));
	}

	@Override
	public void stop() {
		this.running = false;
		this.keepers.keySet().forEach(GenerationKeeper::stop);
		this.keepers.values().forEach(Threads::awaitEnd);
		this.workers.stop();
		this.sequencers.forEach(Thread::interrupt);
		this.threads.awaitEnd();
		this.keepers.clear();
		this.sequencers.clear();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
