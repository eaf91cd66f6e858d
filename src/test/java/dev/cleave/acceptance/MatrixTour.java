package dev.cleave.acceptance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.cleave.acceptance.MatrixRow.Who;

/// Calls routes as every kind of caller, on things made for the occasion, and remembers what fields answers had.
final class MatrixTour {

	private final Callers callers;

	private final Seeds seeds;

	private final Door operations;

	private final Map<Route, Set<String>> fields = new TreeMap<>();

	MatrixTour(Shop shop) {
		this.callers = new Callers(shop);
		this.seeds = new Seeds(shop, this.callers.the(Who.OWNER, MatrixRow.NO_SCOPE), this.callers.ownersEmail());
		this.operations = new Door(List.of(shop.system().management()));
	}

	/// Where the answers differ from the row; nothing if they don't.
	List<String> walk(MatrixRow row) {
		var seen = seen(row);
		return seen.statuses().equals(row.statuses()) ? List.of()
				: List.of("The line is\n%s\nand the answers were\n%s".formatted(row, seen));
	}

	/// The row as it should be, going by what is answered.
	MatrixRow seen(MatrixRow row) {
		var statuses = new EnumMap<Who, Integer>(Who.class);
		for (var who : Who.values()) {
			statuses.put(who, call(row, who).status());
		}
		return row.with(statuses);
	}

	List<String> unlistedFields() {
		var listed = AnswerFields.listed();
		var faults = new ArrayList<String>();
		this.fields.forEach((route, seen) -> {
			var unlisted = new TreeSet<>(seen);
			unlisted.removeAll(listed.getOrDefault(route, Set.of()));
			if (!unlisted.isEmpty()) {
				var all = new TreeSet<>(seen);
				all.addAll(listed.getOrDefault(route, Set.of()));
				faults.add("The answers have fields that answers.txt has not: %s. The whole line is\n%s %s"
					.formatted(unlisted, route, String.join(" ", all)));
			}
		});
		return faults;
	}

	private Answer call(MatrixRow row, Who who) {
		var route = row.route();
		var changes = !route.method().equals("GET") && row.lets(who);
		var caller = (changes && route.path().contains("/auth/")) ? this.callers.another(who, row.scope())
				: this.callers.the(who, row.scope());
		var path = this.seeds.path(route, changes) + row.query();
		var call = route.isOperators()
				? caller.at(this.operations).ask(route.method(), path.substring(Route.OPERATIONS.length()))
				: caller.ask(route.method(), path);
		if (!row.body().isEmpty()) {
			var body = this.seeds.body(row.body());
			call = row.isJson() ? call.body("application/json", body)
					: call.body(body.substring(0, body.indexOf(' ')), body.substring(body.indexOf(' ') + 1));
		}
		if (route.method().matches("PUT|PATCH|DELETE")) {
			call.ifMatch("*");
		}
		var first = route.isOfTheApi() ? call.onceAtAll() : call.unchecked();
		var answer = (first.status() == 429 || first.status() == 503) ? call.send() : first;
		if (answer.status() < 300 && route.isOfTheApi() && AnswerFields.isJson(answer)) {
			this.fields.computeIfAbsent(route, (_) -> new TreeSet<>()).addAll(AnswerFields.of(answer.json()));
		}
		return answer;
	}

}
