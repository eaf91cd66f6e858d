package dev.cleave.acceptance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static dev.cleave.acceptance.GuardedShop.COOKIE;
import static dev.cleave.acceptance.GuardedShop.bytes;
import static dev.cleave.acceptance.GuardedShop.keyOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// What somebody writes into Redis who should not be there.
@ExtendWith(GuardedShop.Keeper.class)
class HostileRedisTests {

	private static final List<String> FIELDS = List.of("creationTime", "lastAccessedTime", "maxInactiveInterval",
			"sessionAttr:SPRING_SECURITY_CONTEXT");

	private final GuardedShop guarded;

	private final Shop shop;

	HostileRedisTests(GuardedShop guarded) {
		this.guarded = guarded;
		this.shop = guarded.shop();
	}

	@Test
	@Tag("S16")
	void readsOnlyWhatItHasWritten() throws Exception {
		var visitor = this.shop.customer();
		var name = "dev.cleave.acceptance.Trap";
		var object = "{\"@class\":\"%s\"}".formatted(name);
		var trapped = new ArrayList<byte[]>();
		for (var text : List.of(object, "[\"%s\",{}]".formatted(name), "{\"caller\":%s}".formatted(object), "null", "",
				"1e999", "-1", "true", "\"text\"", "[".repeat(100_000), "9".repeat(400), "{\"int\":-5}",
				"{\"caller\":{\"kind\":\"ACCOUNT\",\"roles\":[\"ADMIN\"],\"scopes\":[]}}",
				"{\"caller\":{\"id\":\"x\",\"kind\":\"ACCOUNT\",\"roles\":[\"ADMIN\"],\"scopes\":[]}}",
				"{\"caller\":{\"id\":\"%s\",\"kind\":\"CLIENT\",\"roles\":[\"ADMIN\"],\"scopes\":[]}}"
					.formatted(UUID.randomUUID()))) {
			trapped.add(bytes(text));
		}
		trapped.add(serialized());

		for (var bytes : trapped) {
			for (var field : FIELDS) {
				tampered(visitor, (key) -> this.guarded.redis().hset(key, field, bytes));
			}
		}
		for (var field : FIELDS) {
			tampered(visitor, (key) -> this.guarded.redis().hdel(key, field));
		}
		tampered(visitor, (key) -> this.guarded.redis()
			.hset(key, "creationTime", bytes("" + Instant.now().plusSeconds(3_600).toEpochMilli())));
		tampered(visitor, (key) -> {
			this.guarded.redis().del(key);
			this.guarded.redis().set(key, bytes("1"));
		});
		visitor.get("/auth/session").send().expect(200);
		assertThat(System.getProperty(Trap.SPRUNG)).isNull();
	}

	@Test
	@Tag("S16")
	void readsNoSerializedObjects() throws Exception {
		try (var objects = new ObjectInputStream(new ByteArrayInputStream(serialized()))) {
			assertThatExceptionOfType(InvalidClassException.class).isThrownBy(objects::readObject);
		}
		this.guarded.signedIn(this.guarded.registered());
		assertThat(this.guarded.redis().keys("*")).isNotEmpty().allSatisfy((key) -> {
			if (this.guarded.redis().type(key).equals("hash")) {
				assertThat(this.guarded.redis().hgetall(key).values())
					.noneMatch((value) -> value.length > 1 && value[0] == (byte) 0xac);
			}
		});
	}

	@Test
	void findsItsWayBackWhenTheListOfSessionsIsGarbage() {
		var email = this.guarded.registered();
		var id = this.guarded.signedIn(email).get("/auth/session").send().text("/account/id");
		this.guarded.redis().set("cleave:sessions-by-age:" + id, bytes("1"));

		var again = this.guarded.signedIn(email);

		assertThat(again.get("/auth/sessions").send().expect(200).at("/items").size()).isOne();
	}

	/// A session that somebody has been at is none. Afterwards it is as it was.
	private void tampered(Visitor visitor, Consumer<String> work) {
		var key = keyOf(visitor);
		var redis = this.guarded.redis();
		var before = redis.hgetall(key);
		work.accept(key);

		this.guarded.holder(visitor.cookies().get(COOKIE)).get("/auth/session").onceAtAll().expect(401);

		redis.del(key);
		redis.hset(key, before);
	}

	private static byte[] serialized() throws Exception {
		var bytes = new ByteArrayOutputStream();
		try (var objects = new ObjectOutputStream(bytes)) {
			objects.writeObject(new ArrayList<>(List.of("a")));
		}
		return bytes.toByteArray();
	}

}
