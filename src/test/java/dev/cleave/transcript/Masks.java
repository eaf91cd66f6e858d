package dev.cleave.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What may differ from one shop to the next, and how it is hidden: the lines of `topologies/masks.txt`.
public final class Masks {

	private static final Path FILE = Path.of("src/test/resources/topologies/masks.txt");

	/// The name of a mask that leaves no trace of what it hides.
	private static final String NOTHING = "-";

	private final List<Mask> masks;

	private Masks(List<Mask> masks) {
		this.masks = List.copyOf(masks);
	}

	/// A line each: a name, spaces and a regular expression. Empty lines and those that
	/// begin with a `#` are for people.
	static Masks parse(List<String> lines) {
		return new Masks(
				lines.stream().filter((line) -> !line.isBlank() && !line.startsWith("#")).map(Mask::parse).toList());
	}

	public static Masks ofTopologies() {
		try {
			return parse(Files.readAllLines(FILE));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public String hide(String text) {
		var hidden = text;
		for (var mask : this.masks) {
			hidden = mask.hide(hidden);
		}
		return hidden;
	}

	/// @param pattern whose first group is what to hide, or all of it where there is none
	/// @param numbered whether the same text is hidden behind the same number, so that it
	/// still shows where it comes again
	private record Mask(String name, Pattern pattern, boolean numbered) {

		static Mask parse(String line) {
			var parts = line.split("\\s+", 2);
			var numbered = parts[0].endsWith("#");
			return new Mask(numbered ? parts[0].substring(0, parts[0].length() - 1) : parts[0],
					Pattern.compile(parts[1].strip(), Pattern.MULTILINE), numbered);
		}

		String hide(String text) {
			var numbers = new HashMap<String, Integer>();
			var hidden = new StringBuilder();
			var end = 0;
			for (var found : this.pattern.matcher(text).results().toList()) {
				var group = (found.groupCount() > 0 && found.start(1) >= 0) ? 1 : 0;
				hidden.append(text, end, found.start(group)).append(replacement(found, group, numbers));
				end = found.end(group);
			}
			return hidden.append(text, end, text.length()).toString();
		}

		private String replacement(MatchResult found, int group, Map<String, Integer> numbers) {
			if (this.name.equals(NOTHING)) {
				return "";
			}
			return this.numbered
					? "<%s %d>".formatted(this.name,
							numbers.computeIfAbsent(found.group(group), (_) -> numbers.size() + 1))
					: "<%s>".formatted(this.name);
		}

	}

}
