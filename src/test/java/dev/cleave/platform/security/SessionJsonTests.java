package dev.cleave.platform.security;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Set;

import dev.cleave.platform.security.Caller.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.redis.serializer.SerializationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SessionJsonTests {

	private final SessionJson json = new SessionJson();

	@Test
	void bringsBackWhatASessionHolds() {
		for (var value : new Object[] { "text", 5L, 7_000_000_000L, 1800 }) {
			assertThat(this.json.deserialize(this.json.serialize(value))).isEqualTo(value);
		}
	}

	@Test
	void bringsBackWhoSignedIn() {
		var caller = new Caller("1", Kind.ACCOUNT, Set.of(Caller.STAFF), Set.of());

		var back = this.json
			.deserialize(this.json.serialize(new SecurityContextImpl(new CallerAuthentication(caller))));

		assertThat(back).isInstanceOfSatisfying(SecurityContext.class,
				context -> assertThat(context.getAuthentication().getPrincipal()).isEqualTo(caller));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void bringsBackWhatWasProven(boolean isConfined) {
		var standing = new Standing(Instant.parse("2026-01-31T12:00:00Z"), isConfined);

		assertThat(standing(this.json.serialize(context(standing)))).isEqualTo(standing);
	}

	/// A text or a number too long says nothing, and who says nothing has proven nothing.
	@ParameterizedTest
	@ValueSource(strings = { "\"provenAt\":\"1\",\"confined\":0", "\"provenAt\":1e400",
			"\"provenAt\":99999999999999999999", "\"provenAt\":{},\"confined\":null", "\"confined\":\"false\"" })
	void takesNothingForGrantedThatItCannotRead(String fields) {
		var caller = "\"caller\":{\"id\":\"1\",\"kind\":\"ACCOUNT\",\"roles\":[],\"scopes\":[]}";

		var standing = standing("{%s,%s}".formatted(fields, caller).getBytes(StandardCharsets.UTF_8));

		assertThat(standing).isEqualTo(new Standing(Standing.NONE.provenAt(), true));
	}

	@Test
	void holdsNothingElse() {
		assertThatExceptionOfType(SerializationException.class).isThrownBy(() -> this.json.serialize(new Date()));
	}

	private static SecurityContext context(Standing standing) {
		return new SecurityContextImpl(
				new CallerAuthentication(new Caller("1", Kind.ACCOUNT, Set.of(), Set.of()), standing));
	}

	private Standing standing(byte[] bytes) {
		return ((CallerAuthentication) ((SecurityContext) this.json.deserialize(bytes)).getAuthentication()).standing();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{\"@class\":\"java.util.Date\"}", "[\"java.util.Date\",1]", "{\"caller\":{\"@class\":\"x\"}}",
					"{\"caller\":{\"id\":1}}", "{\"caller\":null}", "\u00ac\u00ed\u0000\u0005sr", "{", "true" })
	void readsNothingOutOfWhatItDidNotWrite(String bytes) {
		assertThat(this.json.deserialize(bytes.getBytes(StandardCharsets.ISO_8859_1))).isNull();
	}

}
