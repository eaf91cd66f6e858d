package dev.cleave.acceptance;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/// Walks through a list to its end, as RFC 8288 has it: by the link to the next page.
final class Pages {

	private static final int TOO_MANY = 10_000;

	private Pages() {
	}

	static List<JsonNode> all(Visitor visitor, String path) {
		var items = new ArrayList<JsonNode>();
		var next = Visitor.API + path;
		for (var page = 0; !next.isEmpty(); page++) {
			if (page == TOO_MANY) {
				throw new AssertionError("The list " + path + " does not end");
			}
			var answer = visitor.ask("GET", next).send().expect(200);
			items.addAll(answer.at("/items").values());
			next = next(answer);
		}
		return items;
	}

	/// The path and query of the next page, or nothing on the last one.
	static String next(Answer answer) {
		for (var link : answer.headers("Link")) {
			var parts = link.split(";", 2);
			if (parts[1].contains("rel=\"next\"")) {
				var target = URI.create(parts[0].strip().replaceAll("^<|>$", ""));
				return target.getRawPath() + "?" + target.getRawQuery();
			}
		}
		return "";
	}

}
