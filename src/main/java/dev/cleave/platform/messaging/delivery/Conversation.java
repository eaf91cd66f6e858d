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

/// A subscription as it was declared: its name, whose logs it reads, and which handler takes which type of message. One
/// that can be rebuilt is held once in each generation.
final class Conversation {

	private final String name;

	private final boolean rebuildable;

	private final int generation;

	private final MessageJson json;

	private final Set<String> sources;

	private final Map<String, MessageType> types = new HashMap<>();

	private final Map<String, Handler> handlers = new HashMap<>();

	Conversation(String name, Set<String> sources, List<Handler> handlers, MessageJson json) {
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

	private Conversation(Conversation declared, int generation) {
		this.name = declared.name;
		this.rebuildable = declared.rebuildable;
		this.generation = generation;
		this.sources = declared.sources;
		this.json = declared.json;
		this.types.putAll(declared.types);
		this.handlers.putAll(declared.handlers);
	}

	/// The same as it is held in another generation.
	Conversation in(int other) {
		return new Conversation(this, other);
	}

	/// The name of its cursors: in the first generation as declared, later with the
	/// number.
	String id() {
		return (this.generation == Generation.FIRST) ? this.name : this.name + "#" + this.generation;
	}

	/// As declared.
	String name() {
		return this.name;
	}

	int generation() {
		return this.generation;
	}

	boolean isRebuildable() {
		return this.rebuildable;
	}

	/// The module in whose transactions the messages are handled.
	String module() {
		return this.name.substring(0, this.name.indexOf('.'));
	}

	Set<String> sources() {
		return this.sources;
	}

	Set<String> types() {
		return this.types.keySet();
	}

	/// Hands the messages over in the order given, as many at once as one handler takes.
	void handle(List<LoggedMessage> messages) {
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
