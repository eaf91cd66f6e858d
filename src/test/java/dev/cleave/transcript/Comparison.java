package dev.cleave.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Finds where two shops did not answer the same.
public final class Comparison {

	private static final int CONTEXT = 3;

	private final Races races;

	public Comparison(Races races) {
		this.races = races;
	}

	/// Each in a few lines; nothing if there is none.
	public List<String> differences(Transcripts expected, Transcripts found) {
		return differences(expected.read(), found.read());
	}

	List<String> differences(Map<String, String> expected, Map<String, String> found) {
		var differences = new ArrayList<String>();
		var tests = new TreeSet<>(expected.keySet());
		tests.addAll(found.keySet());
		this.races.without(tests).forEach((name) -> differences.add(name + ": is said to be a race and is no test"));
		for (var test : tests) {
			var one = expected.get(test);
			var other = found.get(test);
			if (one == null || other == null) {
				differences.add("%s: was asked only %s".formatted(test, (one == null) ? "here" : "there"));
			}
			else if (!this.races.has(test) && !one.equals(other)) {
				differences.add(test + ":\n" + difference(one.split("\n", -1), other.split("\n", -1)));
			}
		}
		return differences;
	}

	/// The first one, with what stands before it.
	private static String difference(String[] expected, String[] found) {
		var line = 0;
		while (line < expected.length && line < found.length && expected[line].equals(found[line])) {
			line++;
		}
		var text = new StringBuilder("  from line %d on\n".formatted(line + 1));
		for (var before = Math.max(0, line - CONTEXT); before < line; before++) {
			text.append("    ").append(expected[before]).append('\n');
		}
		text.append("  - ").append(lineOf(expected, line)).append('\n');
		return text.append("  + ").append(lineOf(found, line)).toString();
	}

	private static String lineOf(String[] lines, int number) {
		return (number < lines.length) ? lines[number] : "(the end)";
	}

}
