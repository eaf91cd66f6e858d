package dev.cleave.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;

/// Turns the end of a page into an opaque text and back. The text is signed together with the list and its filters, so
/// that it fits no other list and nobody can make one up.
class Cursors {

	private static final int SIGNATURE = 16;

	private final SecretKeySpec key;

	private final JsonMapper json = JsonMapper.shared();

	Cursors(String secret) {
		this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
	}

	String write(String list, List<String> values) {
		var payload = this.json.writeValueAsBytes(values);
		var bytes = ByteBuffer.allocate(SIGNATURE + payload.length).put(sign(list, payload)).put(payload).array();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	List<String> read(String list, String cursor) {
		try {
			var bytes = Base64.getUrlDecoder().decode(cursor);
			var payload = Arrays.copyOfRange(bytes, Math.min(SIGNATURE, bytes.length), bytes.length);
			if (bytes.length > SIGNATURE
					&& MessageDigest.isEqual(sign(list, payload), Arrays.copyOf(bytes, SIGNATURE))) {
				return List.of(this.json.readValue(payload, String[].class));
			}
		}
		catch (IllegalArgumentException | JacksonException ex) {
			// answered like any other cursor that is not ours
		}
		throw new ProblemException(HttpStatus.BAD_REQUEST, "cursor-invalid",
				"The cursor does not belong to this list.");
	}

	private byte[] sign(String list, byte[] payload) {
		try {
			var mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			mac.update(list.getBytes(StandardCharsets.UTF_8));
			mac.update((byte) 0);
			return Arrays.copyOf(mac.doFinal(payload), SIGNATURE);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM lacks HmacSHA256", ex);
		}
	}

}
