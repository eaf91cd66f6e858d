package dev.cleave.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The texts that stand in a Java source, with those that `+` joins put together.
final class StringLiterals {

	/// Comments and characters are matched too, so that nothing inside them looks like a
	/// text.
	private static final Pattern TOKEN = Pattern.compile("""
			(?s)//[^\\n]*|/\\*.*?\\*/|'(?:\\\\.|[^'\\\\])+'|\"""(.*?)(?<!\\\\)\"""|"((?:\\\\.|[^"\\\\\\n])*)\"""");

	private static final Pattern PLUS = Pattern.compile("\\s*\\+\\s*");

	private StringLiterals() {
	}

	static List<String> of(String source) {
		var texts = new ArrayList<String>();
		var tokens = TOKEN.matcher(source);
		var end = -1;
		while (tokens.find()) {
			var text = (tokens.group(1) != null) ? tokens.group(1) : tokens.group(2);
			if (text == null) {
				continue;
			}
			if (end >= 0 && PLUS.matcher(source.substring(end, tokens.start())).matches()) {
				texts.add(texts.removeLast() + text);
			}
			else {
				texts.add(text);
			}
			end = tokens.end();
		}
		return texts.stream().map(text -> text.translateEscapes()).toList();
	}

}
