package dev.cleave.platform.messaging.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.cleave.platform.messaging.Message;
import dev.cleave.platform.messaging.log.LoggedMessage;
import dev.cleave.platform.messaging.log.MessageJson;
import dev.cleave.platform.messaging.log.MessageType;

/// A subscription as it was declared: its id, whose logs it reads, and which handler takes which type of message.
final class Conversation {

	private final String id;

	private final MessageJson json;

	private final Set<String> sources;

	private final Map<String, MessageType> types = new HashMap<>();

	private final Map<String, Handler> handlers = new HashMap<>();

	Conversation(String id, Set<String> sources, List<Handler> handlers, MessageJson json) {
		this.id = id;
		this.sources = sources;
		this.json = json;
		for (var handler : handlers) {
			MessageType.admittedBy(handler.payload()).forEach(type -> {
				this.types.put(type.name(), type);
				if (this.handlers.put(type.name(), handler) != null) {
					throw new IllegalStateException("Subscription %s takes %s twice".formatted(id, type.name()));
				}
			});
		}
	}

	String id() {
		return this.id;
	}

	/// The module in whose transactions the messages are handled.
	String module() {
		return this.id.substring(0, this.id.indexOf('.'));
	}

	Set<String> sources() {
		return this.sources;
	}

	Set<String> types() {
		return this.types.keySet();
	}

	/// Hands the messages over in the order given, as many at once as one handler takes.
	void handle(List<LoggedMessage> messages) {
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
