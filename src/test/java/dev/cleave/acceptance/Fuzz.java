package dev.cleave.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/// Asks for everything that the shop's own description mentions, with something wrong in each request. It is made from a
/// seed, so that what it finds can be found again.
final class Fuzz {

	/// Stands in a text of JSON for something that may be no JSON.
	private static final String HOLE = "@@hole@@";

	private static final int DEEPEST = 6;

	private final Seeds seeds;

	private final JsonNode description;

	private final List<Operation> operations = new ArrayList<>();

	/// @param skipped a pattern of paths that are left alone
	Fuzz(Seeds seeds, JsonNode description, String skipped) {
		this.seeds = seeds;
		this.description = description;
		description.path("paths").properties().forEach((path) -> path.getValue().properties().forEach((method) -> {
			if (!path.getKey().matches(skipped)) {
				this.operations.add(new Operation(method.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(),
						method.getValue()));
			}
		}));
	}

	int operations() {
		return this.operations.size();
	}

	/// Sends one request; an error tells which, and what was wrong with the answer.
	int attempt(Visitor visitor, long seed) {
		var random = new SplittableRandom(seed);
		var call = request(visitor, this.operations.get((int) Long.remainderUnsigned(seed, this.operations.size())),
				random);
		try {
			return call.onceAtAll().status();
		}
		catch (AssertionError ex) {
			throw new AssertionError("Seed %d: %s".formatted(seed, ex.getMessage()), ex);
		}
	}

	private Call request(Visitor visitor, Operation operation, RandomGenerator random) {
		var route = new Route(operation.method(), operation.path());
		var path = random.nextInt(3) > 0 ? this.seeds.path(route, false)
				: operation.path().replaceAll("\\{[^/]*\\}", Visitor.encoded(segment(random)).replace("$", "%24"));
		var call = visitor.ask(operation.method(), path + query(operation, random));
		if (random.nextInt(8) == 0) {
			call.header("Idempotency-Key", Hostile.header(random));
		}
		if (random.nextInt(4) == 0) {
			call.header("If-Match", Hostile.header(random));
		}
		else if (!operation.method().equals("GET") && random.nextBoolean()) {
			call.header("If-Match", "*");
		}
		for (var name : List.of("Prefer", "Accept", "traceparent", "Cleave-Position", "If-None-Match", "Range")) {
			if (random.nextInt(25) == 0) {
				call.header(name, Hostile.header(random));
			}
		}
		var content = operation.details().path("requestBody").path("content").properties();
		if (!content.isEmpty()) {
			var first = content.iterator().next();
			call.body(random.nextInt(30) == 0 ? "text/plain" : first.getKey(),
					body(first.getValue().path("schema"), random));
		}
		return call;
	}

	/// Not empty and no dots alone, which would make another path of it.
	private static String segment(RandomGenerator random) {
		var text = random.nextInt(4) == 0 ? UUID.nameUUIDFromBytes(new byte[] { (byte) random.nextInt(100) }).toString()
				: Hostile.text(random);
		return text.isEmpty() ? "x" : text;
	}

	private String query(Operation operation, RandomGenerator random) {
		return operation.details()
			.path("parameters")
			.valueStream()
			.filter((parameter) -> parameter.path("in").asString().equals("query"))
			.filter((parameter) -> parameter.path("required").asBoolean() || random.nextInt(3) == 0)
			.map((parameter) -> parameter.path("name").asString() + "="
					+ Visitor.encoded((random.nextInt(3) == 0) ? good(parameter) : Hostile.text(random)))
			.collect(Collectors.joining("&", "?", ""));
	}

	private static String good(JsonNode parameter) {
		return switch (parameter.path("name").asString()) {
			case "from" -> "2026-01-01";
			case "to" -> "2026-01-02";
			default -> "1";
		};
	}

	private String body(JsonNode schema, RandomGenerator random) {
		var value = value(schema, "", 0, random);
		var faults = 1 + random.nextInt(2);
		for (var fault = 0; fault < faults; fault++) {
			value = spoiled(value, random);
		}
		var text = Json.write(value);
		while (text.contains("\"" + HOLE + "\"")) {
			text = text.replaceFirst("\"" + HOLE + "\"", java.util.regex.Matcher.quoteReplacement(Hostile.raw(random)));
		}
		return (random.nextInt(40) == 0) ? text.substring(0, random.nextInt(text.length() + 1)) : text;
	}

	private Object value(JsonNode schema, String name, int depth, RandomGenerator random) {
		var known = schema.has("$ref") ? this.description.at(schema.path("$ref").asString().substring(1)) : schema;
		if (known.has("enum")) {
			return known.path("enum").path(random.nextInt(known.path("enum").size())).asString();
		}
		var type = known.path("type").isArray() ? known.path("type").path(0).asString() : known.path("type").asString();
		if (depth > DEEPEST) {
			return 1;
		}
		return switch (type) {
			case "object" -> object(known, depth, random);
			case "array" -> List.of(value(known.path("items"), name, depth + 1, random));
			case "integer", "number" -> 1 + random.nextInt(3);
			case "boolean" -> random.nextBoolean();
			default -> text(name);
		};
	}

	private Object object(JsonNode schema, int depth, RandomGenerator random) {
		var object = new LinkedHashMap<String, Object>();
		var required = schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
		schema.path("properties").properties().forEach((property) -> {
			if (required.contains(property.getKey()) || random.nextInt(3) > 0) {
				object.put(property.getKey(), value(property.getValue(), property.getKey(), depth + 1, random));
			}
		});
		return object;
	}

	private String text(String name) {
		return switch (name) {
			case "sku" -> this.seeds.body("@sku");
			case "currency" -> "GBP";
			case "email" -> this.seeds.body("@unique@example.org");
			case "from" -> "main";
			case "scopes" -> "reports:read";
			case "password" -> "correct horse battery staple";
			default -> this.seeds.body("@unique");
		};
	}

	/// The same with something wrong in one place.
	@SuppressWarnings("unchecked")
	private static Object spoiled(Object value, RandomGenerator random) {
		if (value instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(5) > 0) {
			var object = new LinkedHashMap<>((Map<String, Object>) map);
			var name = List.copyOf(object.keySet()).get(random.nextInt(object.size()));
			switch (random.nextInt(8)) {
				case 0 -> object.remove(name);
				case 1 -> object.put(Hostile.text(random), 1);
				default -> object.put(name, spoiled(object.get(name), random));
			}
			return object;
		}
		if (value instanceof List<?> list && !list.isEmpty() && random.nextInt(5) > 0) {
			return (random.nextInt(6) == 0) ? List.of(list.getFirst(), list.getFirst())
					: List.of(spoiled(list.getFirst(), random));
		}
		if (value instanceof String text && random.nextInt(4) == 0) {
			return Hostile.within(text, random);
		}
		return random.nextBoolean() ? HOLE : Hostile.text(random);
	}

	private record Operation(String method, String path, JsonNode details) {

	}

}
