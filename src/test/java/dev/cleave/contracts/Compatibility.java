package dev.cleave.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a change of a message's schema breaks. Both directions count: while releases or processes stand side by side,
/// former readers meet new messages; and the log is kept for ever, so that new readers meet all former ones.
///
/// Readers pass over fields that they do not know and take a missing one for null. So only this is harmless: another
/// field that may be missing, and other words of description.
final class Compatibility {

	private static final Set<String> DESCRIPTIVE = Set.of("$schema", "$id", "title", "description");

	/// What has a rule of its own.
	private static final Set<String> JUDGED = Set.of("type", "properties", "required", "items", "enum");

	private final List<String> breaks = new ArrayList<>();

	private Compatibility() {
	}

	/// One sentence for each thing that breaks; none if former and new readers and
	/// writers understand each other.
	static List<String> breaks(JsonNode former, JsonNode now) {
		var comparison = new Compatibility();
		comparison.compare("", former, now);
		return comparison.breaks;
	}

	/// Whether two schemas differ in nothing but words.
	static boolean sameShape(JsonNode one, JsonNode other) {
		return withoutWords(one).equals(withoutWords(other));
	}

	private void compare(String path, JsonNode former, JsonNode now) {
		if (!types(former).equals(types(now))) {
			offence(path, "was %s and is %s: neither reader understands the other's", types(former), types(now));
		}
		for (var word : keywords(former, now)) {
			if (!former.path(word).equals(now.path(word))) {
				offence(path, "had %s %s and has %s: nobody can say that all readers understand both", word,
						former.path(word), now.path(word));
			}
		}
		compareConstants(path, former.path("enum"), now.path("enum"));
		compareFields(path, former, now);
		if (former.has("items") && now.has("items")) {
			compare(path + "[]", former.path("items"), now.path("items"));
		}
	}

	private void compareConstants(String path, JsonNode former, JsonNode now) {
		var before = constants(former);
		var after = constants(now);
		minus(after, before).forEach(added -> offence(path, "may now be %s, which former readers do not know", added));
		minus(before, after)
			.forEach(gone -> offence(path, "can't be %s any more, which stands in former messages", gone));
	}

	private void compareFields(String path, JsonNode former, JsonNode now) {
		var before = former.path("properties");
		var after = now.path("properties");
		before.propertyNames().forEach(name -> {
			var field = path + "/" + name;
			if (!after.has(name)) {
				offence(field, "is gone or has another name, and former readers look for it");
				return;
			}
			if (isRequired(former, name) && !isRequired(now, name)) {
				offence(field, "may now be missing, and former readers need it");
			}
			if (!isRequired(former, name) && isRequired(now, name)) {
				offence(field, "is needed now, and former messages may lack it");
			}
			compare(field, before.path(name), after.path(name));
		});
		after.propertyNames().forEach(name -> {
			if (!before.has(name) && isRequired(now, name)) {
				offence(path + "/" + name, "is new and needed, and former messages lack it: mark it @Nullable");
			}
		});
	}

	private void offence(String path, String what, Object... values) {
		this.breaks.add((path.isEmpty() ? "the message" : path) + " " + what.formatted(values));
	}

	/// Whether it may be null says `required` already.
	private static Set<String> types(JsonNode schema) {
		var type = schema.path("type");
		var names = type.isArray() ? texts(type) : new TreeSet<>(Set.of(type.asString("anything")));
		names.remove("null");
		return names;
	}

	private static Set<String> constants(JsonNode constants) {
		var texts = texts(constants);
		texts.remove("null");
		return texts;
	}

	private static Set<String> keywords(JsonNode... schemas) {
		var words = new TreeSet<String>();
		for (var schema : schemas) {
			words.addAll(schema.propertyNames());
		}
		words.removeAll(DESCRIPTIVE);
		words.removeAll(JUDGED);
		return words;
	}

	private static boolean isRequired(JsonNode schema, String name) {
		return texts(schema.path("required")).contains(name);
	}

	private static Set<String> texts(JsonNode array) {
		return array.valueStream().map(JsonNode::asString).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> minus(Set<String> these, Set<String> those) {
		var rest = new TreeSet<>(these);
		rest.removeAll(those);
		return rest;
	}

	private static JsonNode withoutWords(JsonNode schema) {
		var copy = schema.deepCopy();
		strip(copy);
		return copy;
	}

	private static void strip(JsonNode schema) {
		if (schema instanceof ObjectNode object) {
			object.remove(DESCRIPTIVE);
			object.path("properties").values().forEach(Compatibility::strip);
			strip(object.path("items"));
		}
	}

}
