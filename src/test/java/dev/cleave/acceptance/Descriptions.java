package dev.cleave.acceptance;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static java.nio.charset.StandardCharsets.UTF_8;

/// What a shop says of its interface: a document for each module, here put together to one.
final class Descriptions {

	private Descriptions() {
	}

	static JsonNode of(Shop shop) {
		var stranger = shop.stranger();
		var whole = (ObjectNode) Json.read("{\"paths\": {}, \"components\": {\"schemas\": {}}}".getBytes(UTF_8));
		var documents = stranger.ask("GET", "/v3/api-docs/swagger-config").send().expect(200).at("/urls");
		documents.forEach((document) -> {
			var part = stranger.ask("GET", document.path("url").asString()).send().expect(200).json();
			whole.set("openapi", part.path("openapi"));
			((ObjectNode) whole.path("paths")).setAll((ObjectNode) part.path("paths"));
			((ObjectNode) whole.at("/components/schemas")).setAll((ObjectNode) part.at("/components/schemas"));
		});
		return whole;
	}

}
