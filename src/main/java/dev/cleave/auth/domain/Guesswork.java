package dev.cleave.auth.domain;

import java.util.List;
import java.util.stream.Stream;

/// How much there is to guess in a text: a run along a track that everybody knows counts as its beginning and its length,
/// what is repeated counts once.
final class Guesswork {

	private static final List<String> TRACKS = Stream
		.of("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm",
				"azertyuiop", "1qaz2wsx3edc4rfv5tgb6yhn7ujm")
		.flatMap(track -> Stream.of(track, new StringBuilder(track).reverse().toString()))
		.toList();

	private static final int SHORTEST_RUN = 3;

	private Guesswork() {
	}

	/// In characters.
	///
	/// @param text in small letters
	static int of(String text) {
		var piece = text.substring(0, period(text));
		var characters = 0;
		var at = 0;
		while (at < piece.length()) {
			var run = longestRun(piece, at);
			characters += (run < SHORTEST_RUN) ? 1 : 2;
			at += (run < SHORTEST_RUN) ? 1 : run;
		}
		return characters;
	}

	/// The length of the shortest piece that makes the text when it is repeated, and of
	/// the text itself where there is none.
	private static int period(String text) {
		for (var period = 1; period <= text.length() / 2; period++) {
			if (text.startsWith(text.substring(period))) {
				return period;
			}
		}
		return text.length();
	}

	private static int longestRun(String text, int from) {
		var same = from;
		while (same < text.length() && text.charAt(same) == text.charAt(from)) {
			same++;
		}
		var longest = same - from;
		for (var track : TRACKS) {
			longest = Math.max(longest, along(track, text, from));
		}
		return longest;
	}

	private static int along(String track, String text, int from) {
		var begin = track.indexOf(text.charAt(from));
		var length = 0;
		while (begin >= 0 && from + length < text.length() && begin + length < track.length()
				&& text.charAt(from + length) == track.charAt(begin + length)) {
			length++;
		}
		return length;
	}

}
