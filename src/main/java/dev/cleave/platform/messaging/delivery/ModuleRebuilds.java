package dev.cleave.platform.messaging.delivery;

import java.util.Optional;

import dev.cleave.platform.messaging.Rebuild;
import dev.cleave.platform.messaging.Rebuilds;

import org.springframework.stereotype.Component;

/// Begins generations and gives them up. All else the [GenerationKeeper]s of all nodes do.
@Component
class ModuleRebuilds implements Rebuilds {

	private final Conversations conversations;

	private final ModuleInboxes inboxes;

	private final Workers workers;

	ModuleRebuilds(Conversations conversations, ModuleInboxes inboxes, Workers workers) {
		this.conversations = conversations;
		this.inboxes = inboxes;
		this.workers = workers;
	}

	@Override
	public Optional<Integer> begin(String module) {
		return inbox(module).generations().begin();
	}

	@Override
	public boolean abandon(String module, int generation) {
		var cursors = this.conversations.rebuildable(module)
			.stream()
			.map(conversation -> conversation.in(generation).id())
			.toList();
		var inbox = inbox(module);
		return Boolean.TRUE
			.equals(inbox.transactions().execute(tx -> inbox.generations().end(generation, "BUILDING", cursors)));
	}

	@Override
	public Rebuild latest(String module) {
		var latest = inbox(module).generations().living().getLast();
		var progress = this.conversations.rebuildable(module)
			.stream()
			.map(conversation -> progress(conversation.in(latest.number())))
			.toList();
		return new Rebuild(latest.number(), latest.serving(), latest.startedAt(), latest.switchedAt(), progress);
	}

	private Rebuild.Progress progress(Conversation conversation) {
		var inbox = inbox(conversation.module());
		var position = inbox.cursors().positions(conversation.id()).values().stream().mapToLong(Long::longValue).sum();
		var target = conversation.sources().stream().mapToLong(this.workers::seen).sum();
		var counts = inbox.parked().counts(conversation.id());
		return new Rebuild.Progress(conversation.name(), conversation.id(), position, Math.max(position, target),
				counts.parked() + counts.dead());
	}

	private ModuleInbox inbox(String module) {
		return this.inboxes.of(module + ".");
	}

}
