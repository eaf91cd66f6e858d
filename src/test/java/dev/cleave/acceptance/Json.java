package dev.cleave.acceptance;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON as the tests write and read it.
final class Json {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private Json() {
	}

	static JsonNode read(byte[] text) {
		return MAPPER.readTree(text);
	}

	static String write(Object value) {
		return MAPPER.writeValueAsString(value);
	}

	static Map<String, Object> money(long amount) {
		return map("amount", amount, "currency", "GBP");
	}

	/// An object of alternating names and values, in this order.
	static Map<String, Object> map(Object... namesAndValues) {
		var map = new LinkedHashMap<String, Object>();
		for (var i = 0; i < namesAndValues.length; i += 2) {
			map.put((String) namesAndValues[i], namesAndValues[i + 1]);
		}
		return map;
	}

}
