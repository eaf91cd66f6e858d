package dev.cleave.contracts;

import java.util.List;
import java.util.stream.Stream;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;
import dev.cleave.platform.messaging.log.MessageJson;
import dev.cleave.platform.messaging.log.MessageType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.of;

/// Every kind of change that somebody might plant in a message, and what is said of it.
class CompatibilityTests {

	private static final MessageSchemas SCHEMAS = new MessageSchemas();

	static Stream<Arguments> planted() {
		return Stream.of(of(Removed.class, "/by is gone or has another name"),
				of(Renamed.class, "/text is gone or has another name"),
				of(Renamed.class, "/words is new and needed, and former messages lack it"),
				of(Retyped.class, "/count was [integer] and is [string]"),
				of(Narrowed.class, "/count had format \"int64\" and has \"int32\""),
				of(Optional.class, "/text may now be missing, and former readers need it"),
				of(Needed.class, "/by is needed now, and former messages may lack it"),
				of(Moved.class, "the message had x-subject \"id\" and has \"text\""),
				of(Deep.class, "/lines[]/price is new and needed"),
				of(Flat.class, "/lines was [array] and is [object]"),
				of(OtherConstants.class, "/lines[]/day may now be FRIDAY"),
				of(OtherConstants.class, "/lines[]/day can't be MONDAY any more"));
	}

	@ParameterizedTest
	@MethodSource("planted")
	void noticesWhatBreaksAReader(Class<?> changed, String offence) {
		assertThat(Compatibility.breaks(schema(Note.class), schema(changed)))
			.anyMatch(found -> found.startsWith(offence));
	}

	@Test
	void letsGrowWhatMayBeMissing() {
		assertThat(Compatibility.breaks(schema(Note.class), schema(Grown.class))).isEmpty();
		assertThat(Compatibility.sameShape(schema(Note.class), schema(Grown.class))).isFalse();
		assertThat(Compatibility.breaks(schema(Note.class), schema(Note.class))).isEmpty();
	}

	/// What is harmless by the rules is so to the reader of messages, too.
	@Test
	void readsFormerMessagesAndNewOnes() {
		var json = new MessageJson();
		var former = new Note("1", "Hello", null, 3, List.of(new Line("a", Day.MONDAY)));
		var grown = new Grown("1", "Hello", null, 3, List.of(new GrownLine("a", Day.MONDAY, "b")), 4L);

		assertThat(json.read(json.write(former), Grown.class))
			.isEqualTo(new Grown("1", "Hello", null, 3, List.of(new GrownLine("a", Day.MONDAY, null)), null));
		assertThat(json.read(json.write(grown), Note.class)).isEqualTo(former);
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> json.read(json.write(grown), OtherConstants.class));
	}

	private static JsonNode schema(Class<?> message) {
		return SCHEMAS.of(MessageType.of(message).orElseThrow());
	}

	record Line(String sku, Day day) {
	}

	record GrownLine(String sku, Day day, @Nullable String remark) {
	}

	record PricedLine(String sku, Day day, long price) {
	}

	enum Day {

		MONDAY, TUESDAY

	}

	enum OtherDay {

		TUESDAY, FRIDAY

	}

	record OtherLine(String sku, OtherDay day) {
	}

	@Event("notes.Note.v1")
	record Note(@Subject String id, String text, @Nullable String by, long count, List<Line> lines) {
	}

	@Event("notes.Note.v1")
	record Grown(@Subject String id, String text, @Nullable String by, long count, List<GrownLine> lines,
			@Nullable Long more) {
	}

	@Event("notes.Note.v1")
	record Removed(@Subject String id, String text, long count, List<Line> lines) {
	}

	@Event("notes.Note.v1")
	record Renamed(@Subject String id, String words, @Nullable String by, long count, List<Line> lines) {
	}

	@Event("notes.Note.v1")
	record Retyped(@Subject String id, String text, @Nullable String by, String count, List<Line> lines) {
	}

	@Event("notes.Note.v1")
	record Narrowed(@Subject String id, String text, @Nullable String by, int count, List<Line> lines) {
	}

	@Event("notes.Note.v1")
	record Optional(@Subject String id, @Nullable String text, @Nullable String by, long count, List<Line> lines) {
	}

	@Event("notes.Note.v1")
	record Needed(@Subject String id, String text, String by, long count, List<Line> lines) {
	}

	@Event("notes.Note.v1")
	record Moved(String id, @Subject String text, @Nullable String by, long count, List<Line> lines) {
	}

	@Event("notes.Note.v1")
	record Deep(@Subject String id, String text, @Nullable String by, long count, List<PricedLine> lines) {
	}

	@Event("notes.Note.v1")
	record Flat(@Subject String id, String text, @Nullable String by, long count, Line lines) {
	}

	@Event("notes.Note.v1")
	record OtherConstants(@Subject String id, String text, @Nullable String by, long count, List<OtherLine> lines) {
	}

}
