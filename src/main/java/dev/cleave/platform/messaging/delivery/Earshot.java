package dev.cleave.platform.messaging.delivery;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.cleave.platform.messaging.MessagingSettings;
import dev.cleave.platform.messaging.MessagingSettings.MissingSources;
import dev.cleave.platform.messaging.MessagingSettings.Way;
import dev.cleave.platform.modules.ActiveModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Which subscriptions can work here. With the transport `local` a process reads the logs of its own modules and of no
/// other, so a subscription to a module that runs elsewhere would hear nothing for ever, and nobody would notice.
@Component
class Earshot {

	private static final Logger log = LoggerFactory.getLogger(Earshot.class);

	private final Set<String> modules;

	private final MissingSources missing;

	private final boolean isBounded;

	Earshot(ObjectProvider<ActiveModule> modules, MessagingSettings settings) {
		this.modules = modules.stream().map(ActiveModule::name).collect(Collectors.toSet());
		this.missing = settings.missingSources();
		this.isBounded = settings.enabled() && settings.transport() == Way.LOCAL;
	}

	/// Those that can hear all they want to. A generation is made of all rebuildable
	/// subscriptions of its module, so one that can't hear makes the others wait, too.
	/// @throws UnheardModulesException unless this process may leave some out
	Collection<Conversation> within(Collection<Conversation> conversations) {
		var deaf = conversations.stream().filter(conversation -> !awayFrom(conversation).isEmpty()).toList();
		if (deaf.isEmpty()) {
			return conversations;
		}
		var still = conversations.stream()
			.filter(conversation -> deaf.stream()
				.anyMatch(one -> one == conversation || (one.isRebuildable() && conversation.isRebuildable()
						&& one.module().equals(conversation.module()))))
			.toList();
		var names = still.stream().map(Conversation::name).toList();
		var away = deaf.stream()
			.map(this::awayFrom)
			.flatMap(Set::stream)
			.collect(Collectors.toCollection(TreeSet::new));
		if (this.missing == MissingSources.REFUSE) {
			throw new UnheardModulesException(names, away);
		}
		log.warn("This process can't hear {}, so {} stand still. To run modules apart, set {}", String.join(", ", away),
				String.join(", ", names), UnheardModulesException.REMEDY);
		return conversations.stream().filter(conversation -> !still.contains(conversation)).toList();
	}

	private Set<String> awayFrom(Conversation conversation) {
		var away = new TreeSet<>(conversation.sources());
		if (this.isBounded) {
			away.removeAll(this.modules);
			return away;
		}
		return Set.of();
	}

}
