package dev.cleave.platform.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.jspecify.annotations.Nullable;

/// Links the entries of a module, so that none can be changed, left out or slipped in later without a trace: each link has
/// the SHA-256 (FIPS 180-4) of the hash before it and of all that its entry says.
///
/// What is hashed is the 32 bytes of the hash before, then the entry's fields. Each field is its text in UTF-8 behind the
/// number of its bytes, a signed big-endian integer of four bytes; a field that is not there is the number -1 alone. So no
/// two entries look the same, and anybody can compute it anew; the tests' checker does so in SQL.
final class AuditChain {

	private AuditChain() {
	}

	/// The hash of an entry that follows the one with the given hash.
	static byte[] next(byte[] before, AuditEntry entry) {
		var content = new ByteArrayOutputStream(384);
		content.writeBytes(before);
		entry.fields().forEach(field -> write(field, content));
		try {
			return MessageDigest.getInstance("SHA-256").digest(content.toByteArray());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	private static void write(@Nullable String field, ByteArrayOutputStream content) {
		var bytes = (field != null) ? field.getBytes(StandardCharsets.UTF_8) : new byte[0];
		content.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((field != null) ? bytes.length : -1).array());
		content.writeBytes(bytes);
	}

}
