package dev.cleave.platform.messaging.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.cleave.platform.messaging.Generation;
import dev.cleave.platform.messaging.Message;
import dev.cleave.platform.messaging.log.LoggedMessage;
import dev.cleave.platform.messaging.log.MessageJson;
import dev.cleave.platform.messaging.log.MessageType;

/// A subscription as the beans declare it, with the handler for each type of message.
final class DeclaredConversation implements Conversation {

	private final String name;

	private final boolean rebuildable;

	private final int generation;

	private final MessageJson json;

	private final Set<String> sources;

	private final Map<String, MessageType> types = new HashMap<>();

	private final Map<String, Handler> handlers = new HashMap<>();

	DeclaredConversation(String name, Set<String> sources, List<Handler> handlers, MessageJson json) {
		this.name = name;
		this.rebuildable = handlers.getFirst().rebuildable();
		this.generation = Generation.FIRST;
		this.sources = sources;
		this.json = json;
		for (var handler : handlers) {
			if (handler.rebuildable() != this.rebuildable) {
				throw new IllegalStateException(
						"All methods of subscription %s must be rebuildable or none".formatted(name));
			}
			MessageType.admittedBy(handler.payload()).forEach(type -> {
				this.types.put(type.name(), type);
				if (this.handlers.put(type.name(), handler) != null) {
					throw new IllegalStateException("Subscription %s takes %s twice".formatted(name, type.name()));
				}
			});
		}
	}

	private DeclaredConversation(DeclaredConversation declared, int generation) {
		this.name = declared.name;
		this.rebuildable = declared.rebuildable;
		this.generation = generation;
		this.sources = declared.sources;
		this.json = declared.json;
		this.types.putAll(declared.types);
		this.handlers.putAll(declared.handlers);
	}

	@Override
	public Conversation in(int other) {
		return new DeclaredConversation(this, other);
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public int generation() {
		return this.generation;
	}

	@Override
	public boolean isRebuildable() {
		return this.rebuildable;
	}

	@Override
	public Set<String> sources() {
		return this.sources;
	}

	@Override
	public Set<String> types() {
		return this.types.keySet();
	}

	@Override
	public void handle(List<LoggedMessage> messages) {
		if (this.rebuildable) {
			Generation.run(this.generation, () -> hand(messages));
		}
		else {
			hand(messages);
		}
	}

	private void hand(List<LoggedMessage> messages) {
		var run = new ArrayList<Message<?>>();
		for (int i = 0; i < messages.size(); i++) {
			var handler = handlerOf(messages.get(i));
			run.add(open(messages.get(i)));
			if (i + 1 == messages.size() || !handler.equals(handlerOf(messages.get(i + 1)))) {
				handler.code().accept(List.copyOf(run));
				run.clear();
			}
		}
	}

	private Handler handlerOf(LoggedMessage message) {
		return Objects.requireNonNull(this.handlers.get(message.type()), message.type());
	}

	private Message<?> open(LoggedMessage logged) {
		var payload = Objects.requireNonNull(this.types.get(logged.type()), logged.type()).payload();
		return new Message<>(logged.id(), logged.type(), logged.source(), logged.subject(), logged.sequence(),
				logged.time(), logged.traceparent(), this.json.read(logged.data(), payload));
	}

}
