package dev.cleave.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A line of the matrix: what each kind of caller is answered at a route.
///
/// @param query with its question mark, or nothing
/// @param scope that opens the route to machines; [#NO_SCOPE] where none is asked for
/// @param body JSON, or a media type, a space and the body; empty for none
record MatrixRow(Route route, String query, String scope, Map<Who, Integer> statuses, String body) {

	static final String NO_SCOPE = "-";

	private static final String SOON = "?";

	private static final Path FILE = Path.of("src/test/resources/security/matrix.txt");

	static List<MatrixRow> of(Set<Route> routes) {
		return read((line) -> true).stream().filter((row) -> routes.contains(row.route())).toList();
	}

	/// Those that are not about routes still to come.
	static List<MatrixRow> settled() {
		return read((line) -> !line.startsWith(SOON));
	}

	private static List<MatrixRow> read(Predicate<String> wanted) {
		try (var lines = Files.lines(FILE)) {
			return lines.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.filter(wanted)
				.map((line) -> parse(line.startsWith(SOON) ? line.substring(SOON.length()) : line))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// A route of which nobody has said anything yet.
	static MatrixRow unknown(Route route) {
		return new MatrixRow(route, "", NO_SCOPE, Map.of(), route.method().equals("GET") ? "" : "{}");
	}

	private static MatrixRow parse(String line) {
		var words = line.split("\\s+", 4 + Who.values().length);
		var target = words[1].split("\\?", 2);
		var statuses = new EnumMap<Who, Integer>(Who.class);
		for (var who : Who.values()) {
			statuses.put(who, Integer.valueOf(words[3 + who.ordinal()]));
		}
		return new MatrixRow(new Route(words[0], target[0]), (target.length > 1) ? "?" + target[1] : "", words[2],
				statuses, (words.length > 3 + Who.values().length) ? words[3 + Who.values().length].strip() : "");
	}

	boolean lets(Who who) {
		var status = this.statuses.get(who);
		return status != null && status < 300;
	}

	boolean isJson() {
		return this.body.startsWith("{");
	}

	MatrixRow with(Map<Who, Integer> other) {
		return new MatrixRow(this.route, this.query, this.scope, other, this.body);
	}

	@Override
	public String toString() {
		var target = this.route.path() + this.query;
		return Stream.concat(Stream.of("%-6s %-48s %-15s".formatted(this.route.method(), target, this.scope)),
				Stream.concat(Arrays.stream(Who.values()).map((who) -> String.valueOf(this.statuses.get(who))),
						Stream.of(this.body)))
			.collect(Collectors.joining(" "))
			.strip();
	}

	/// The kinds of callers, in the order of the columns.
	enum Who {

		NOBODY, OWNER, OTHER, STAFF, ADMIN, CLIENT, CLIENT_WITHOUT, EXPIRED_TOKEN, EXPIRED_SESSION

	}

}
