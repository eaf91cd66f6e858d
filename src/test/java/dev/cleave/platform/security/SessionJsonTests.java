package dev.cleave.platform.security;

import java.nio.charset.StandardCharsets;
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

	@Test
	void holdsNothingElse() {
		assertThatExceptionOfType(SerializationException.class).isThrownBy(() -> this.json.serialize(new Date()));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{\"@class\":\"java.util.Date\"}", "[\"java.util.Date\",1]", "{\"caller\":{\"@class\":\"x\"}}",
					"{\"caller\":{\"id\":1}}", "{\"caller\":null}", "\u00ac\u00ed\u0000\u0005sr", "{", "true" })
	void readsNothingOutOfWhatItDidNotWrite(String bytes) {
		assertThat(this.json.deserialize(bytes.getBytes(StandardCharsets.ISO_8859_1))).isNull();
	}

}
