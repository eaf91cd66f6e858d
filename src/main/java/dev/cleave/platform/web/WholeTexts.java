package dev.cleave.platform.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/// Takes no text with half a character in it: JSON can escape one half of a surrogate pair alone (`\\uDC00`), which no
/// UTF-8 and so no database can keep; what is answered would differ from what is stored. I-JSON forbids it (RFC 7493 §2.1).
class WholeTexts extends StringDeserializer {

	@Override
	public String deserialize(JsonParser parser, DeserializationContext context) {
		var text = super.deserialize(parser, context);
		if (text != null && text.codePoints().anyMatch(WholeTexts::isHalf)) {
			throw context.weirdStringException("", String.class, "half a character");
		}
		return text;
	}

	/// Both halves together are one code point of another kind.
	private static boolean isHalf(int point) {
		return Character.isBmpCodePoint(point) && Character.isSurrogate((char) point);
	}

}
