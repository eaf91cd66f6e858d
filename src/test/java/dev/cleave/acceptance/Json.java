package dev.cleave.acceptance;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON as the tests write and read it.
final class Json {

	/// Not every map remembers in which order its entries came.
	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

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

	/// An object of alternating names and values.
	static Map<String, Object> map(Object... namesAndValues) {
		var map = new LinkedHashMap<String, Object>();
		for (var i = 0; i < namesAndValues.length; i += 2) {
			map.put((String) namesAndValues[i], namesAndValues[i + 1]);
		}
		return map;
	}

}
