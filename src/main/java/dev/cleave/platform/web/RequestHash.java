package dev.cleave.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Tells whether two requests ask for the same: a hash over the target and the canonical JSON of the body, so that
/// neither white space nor the order of fields counts.
final class RequestHash {

	private static final JsonMapper CANONICAL = JsonMapper.builder()
		.enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	private RequestHash() {
	}

	static byte[] of(IdempotencyKey key, Object request) {
		return digest(key.target().getBytes(StandardCharsets.UTF_8), CANONICAL.writeValueAsBytes(request));
	}

	/// A number for the key itself, for locks.
	static long lock(IdempotencyKey key) {
		return ByteBuffer
			.wrap(digest(key.caller().getBytes(StandardCharsets.UTF_8), key.route().getBytes(StandardCharsets.UTF_8),
					key.value().getBytes(StandardCharsets.UTF_8)))
			.getLong();
	}

	private static byte[] digest(byte[]... parts) {
		try {
			var digest = MessageDigest.getInstance("SHA-256");
			for (var part : parts) {
				digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
				digest.update(part);
			}
			return digest.digest();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This JVM lacks SHA-256", ex);
		}
	}

}
