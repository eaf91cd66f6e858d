package dev.cleave.acceptance;

import java.util.List;

import tools.jackson.databind.JsonNode;

/// An order as an answer showed it.
record Order(String id, String status, long version, JsonNode json) {

	static Order in(Answer answer) {
		return of(answer.json());
	}

	static Order of(JsonNode json) {
		return new Order(json.path("id").asString(), json.path("status").asString(), json.path("version").asLong(),
				json);
	}

	List<JsonNode> lines() {
		return List.copyOf(this.json.path("lines").values());
	}

	long total() {
		return this.json.at("/total/amount").asLong();
	}

}
