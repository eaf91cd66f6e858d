package dev.cleave.platform.messaging.delivery;

import java.util.List;
import java.util.Set;

import dev.cleave.platform.messaging.log.Forwarding;
import dev.cleave.platform.messaging.log.LoggedMessage;

/// A module reads its own log and hands all of it on, so that it moves on as any subscription does.
record ForwardingConversation(String module, Forwarding forwarding) implements Conversation {

	@Override
	public String name() {
		return this.module + ".forward";
	}

	@Override
	public Set<String> types() {
		return Set.of();
	}

	@Override
	public Set<String> sources() {
		return Set.of(this.module);
	}

	@Override
	public void handle(List<LoggedMessage> messages) {
		this.forwarding.forward(messages);
	}

}
