package dev.cleave.contracts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Holds messages against the schemas that are written down. It is stricter than a reader must be: what no schema knows
/// is a fault, too, or a field could be sent that nobody wrote down.
public final class MessageSchemaCheck {

	private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

	/// What is wrong with a message; nothing if it is as it should be.
	public List<String> faults(String type, String json) {
		return this.schemas.computeIfAbsent(type, this::strict)
			.validate(json, InputFormat.JSON,
					context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
			.stream()
			.map(fault -> "%s: %s".formatted(type, fault))
			.toList();
	}

	private Schema strict(String type) {
		var schema = ContractFiles.read(ContractFiles.message(type))
			.orElseThrow(() -> new AssertionError("No schema of %s is written down".formatted(type)));
		((ObjectNode) schema).remove(Set.of("x-kind", "x-subject"));
		close(schema);
		return this.registry.getSchema(schema.toString(), InputFormat.JSON);
	}

	private static void close(JsonNode schema) {
		if (schema instanceof ObjectNode object && object.has("properties")) {
			object.put("additionalProperties", false);
			object.path("properties").values().forEach(MessageSchemaCheck::close);
		}
		if (schema.has("items")) {
			close(schema.path("items"));
		}
	}

	/// All types of messages that the product sends.
	public static List<String> types() {
		return ContractFiles.messages();
	}

}
