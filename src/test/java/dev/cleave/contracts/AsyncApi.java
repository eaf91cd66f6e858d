package dev.cleave.contracts;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import dev.cleave.platform.messaging.log.MessageType;
import dev.cleave.platform.modules.ModuleCatalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The AsyncAPI 3.0 document of a module: what it says in its topic, and what each of its subscriptions hears in whose.
/// A command stands in its sender's topic, as it must not overtake the sender's events.
public final class AsyncApi {

	private static final int PARTITIONS = 8;

	private static final List<String> ENVELOPE = List.of("ce_specversion", "ce_id", "ce_type", "ce_source",
			"ce_subject", "ce_time", "ce_sequence", "ce_kind", "position");

	private final ModuleCatalogue modules;

	private final Collection<Heard> subscriptions;

	public AsyncApi(ModuleCatalogue modules, Collection<Heard> subscriptions) {
		this.modules = modules;
		this.subscriptions = subscriptions.stream().sorted(Comparator.comparing(Heard::subscription)).toList();
	}

	/// A message that a subscription takes.
	///
	/// @param payload a message record or a sealed interface of some
	public record Heard(String subscription, Class<?> payload) {

		boolean isBy(String module) {
			return this.subscription.startsWith(module + ".");
		}

		boolean takes(MessageType type) {
			return MessageType.admittedBy(this.payload).anyMatch(type::equals);
		}

	}

	public JsonNode of(String module) {
		var document = ContractFiles.JSON.createObjectNode();
		document.put("asyncapi", "3.0.0");
		document.putObject("info")
			.put("title", "Cleave: " + module)
			.put("version", "1")
			.put("description", "What %s tells other modules and hears from them.".formatted(module));
		document.put("defaultContentType", "application/json");
		for (var source : this.modules.names()) {
			var said = saidBy(source);
			var heard = said.stream().filter(type -> isHeardBy(module, type)).toList();
			if (source.equals(module) && !said.isEmpty()) {
				addChannel(document, source, said);
				addOperation(document, module, "send", source, said);
			}
			else if (!heard.isEmpty()) {
				addChannel(document, source, heard);
			}
			hearing(module).forEach(name -> {
				var taken = said.stream().filter(type -> isTakenBy(name, type)).toList();
				if (!taken.isEmpty()) {
					addOperation(document, name + ".from." + source, "receive", source, taken);
				}
			});
		}
		if (document.has("channels")) {
			document.withObject("/components/schemas").set("headers", headers());
		}
		return document;
	}

	private List<MessageType> saidBy(String module) {
		return Messages.all()
			.stream()
			.filter(type -> type.isCommand() ? this.modules.sendersTo(type.module()).contains(module)
					: type.module().equals(module))
			.toList();
	}

	private List<String> hearing(String module) {
		return this.subscriptions.stream().filter(one -> one.isBy(module)).map(Heard::subscription).distinct().toList();
	}

	private boolean isHeardBy(String module, MessageType type) {
		return isTaken(one -> one.isBy(module), type);
	}

	private boolean isTakenBy(String subscription, MessageType type) {
		return isTaken(one -> one.subscription().equals(subscription), type);
	}

	private boolean isTaken(Predicate<Heard> by, MessageType type) {
		return this.subscriptions.stream().filter(by).anyMatch(one -> one.takes(type));
	}

	private static void addChannel(ObjectNode document, String source, List<MessageType> types) {
		var channel = document.withObject("/channels").putObject(source);
		channel.put("address", "cleave." + source)
			.put("description",
					"With `cleave.messaging.transport=kafka` a topic, whose prefix is a setting; else the log of %s."
						.formatted(source));
		types.forEach(type -> {
			channel.withObject("/messages").set(type.name(), reference("#/components/messages/" + type.name()));
			document.withObject("/components/messages").set(type.name(), message(type));
		});
		channel.withObject("/bindings").putObject("kafka").put("partitions", PARTITIONS);
	}

	private static void addOperation(ObjectNode document, String name, String action, String source,
			List<MessageType> types) {
		var operation = document.withObject("/operations").putObject(name);
		operation.put("action", action);
		operation.set("channel", reference("#/channels/" + source));
		var messages = operation.putArray("messages");
		types.forEach(type -> messages.add(reference("#/channels/%s/messages/%s".formatted(source, type.name()))));
	}

	private static ObjectNode message(MessageType type) {
		var message = ContractFiles.JSON.createObjectNode();
		message.put("name", type.name()).put("summary", DocComments.of(type.payload()));
		message.set("headers", reference("#/components/schemas/headers"));
		message.set("payload", reference("../%s/messages/%s.json".formatted(type.module(), type.name())));
		message.withObject("/bindings/kafka/key").put("type", "string").put("description", "the message's subject");
		return message;
	}

	/// The envelope: attributes of CloudEvents 1.0 in Kafka's binary mode.
	private static ObjectNode headers() {
		var headers = ContractFiles.JSON.createObjectNode();
		headers.put("type", "object").putObject("properties");
		var required = headers.putArray("required");
		ENVELOPE.forEach(name -> {
			headers.withObject("/properties").putObject(name).put("type", "string");
			required.add(name);
		});
		headers.withObject("/properties").putObject("ce_traceparent").put("type", "string");
		return headers;
	}

	private static ObjectNode reference(String target) {
		return ContractFiles.JSON.createObjectNode().put("$ref", target);
	}

}
