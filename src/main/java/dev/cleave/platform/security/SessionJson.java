package dev.cleave.platform.security;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.data.redis.serializer.SerializationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

/// What a session may hold, as JSON: numbers, texts, and who signed in. Nothing that is read names a class, so nothing
/// that somebody writes into Redis can make one load.
class SessionJson implements RedisSerializer<Object> {

	private static final String CALLER = "caller";

	private static final String PROVEN_AT = "provenAt";

	private static final String CONFINED = "confined";

	private static final String SECONDS = "int";

	private final JsonMapper json = JsonMapper.shared();

	@Override
	public byte[] serialize(@Nullable Object value) {
		return switch (value) {
			case null -> new byte[0];
			case String text -> this.json.writeValueAsBytes(text);
			case Long number -> this.json.writeValueAsBytes(number);
			case Integer number -> this.json.writeValueAsBytes(this.json.createObjectNode().put(SECONDS, number));
			case SecurityContext context when context.getAuthentication() instanceof CallerAuthentication known ->
				this.json.writeValueAsBytes(this.json.createObjectNode()
					.put(PROVEN_AT, known.standing().provenAt().toEpochMilli())
					.put(CONFINED, known.standing().isConfined())
					.putPOJO(CALLER, known.caller()));
			default -> throw new SerializationException("A session can't hold a " + value.getClass().getName());
		};
	}

	@Override
	public @Nullable Object deserialize(byte @Nullable [] bytes) {
		if (bytes == null || bytes.length == 0) {
			return null;
		}
		try {
			return value(this.json.readTree(bytes));
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private @Nullable Object value(JsonNode node) {
		if (node.isString()) {
			return node.stringValue();
		}
		if (node.isIntegralNumber()) {
			return node.longValue();
		}
		if (node.path(SECONDS).isInt()) {
			return node.path(SECONDS).intValue();
		}
		return node.path(CALLER).isObject()
				? new SecurityContextImpl(
						new CallerAuthentication(this.json.treeToValue(node.get(CALLER), Caller.class), standing(node)))
				: null;
	}

	/// Of what can't be read the stricter is true.
	private static Standing standing(JsonNode node) {
		var provenAt = node.path(PROVEN_AT);
		var confined = node.path(CONFINED);
		return new Standing(
				provenAt.canConvertToLong() ? Instant.ofEpochMilli(provenAt.longValue()) : Standing.NONE.provenAt(),
				!confined.isBoolean() || confined.booleanValue());
	}

}
