package dev.cleave.inventory.domain;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/// Links the movements of a shelf, so that none can be changed, left out or slipped in later without a trace: each has the
/// SHA-256 (FIPS 180-4) of the hash before it and of all that it says itself. The newest hash is the shelf's head.
///
/// What is hashed is the 32 bytes of the hash before, then the fields in the order of [LedgerRow#fields()]. Each field is
/// its text in UTF-8 behind the number of its bytes, a signed big-endian integer of four bytes; a field that is not there
/// is the number -1 alone. So no two movements look the same, and anybody can compute it anew: the migration that
/// introduced the chain, and the tests' checker, do so in SQL.
///
/// Hashes are lower-case hexadecimal here and `bytea` in the database.
final class Chain {

	/// What the first movement of a shelf follows.
	static final String START = "0".repeat(64);

	private static final HexFormat HEX = HexFormat.of();

	private Chain() {
	}

	/// The hash of a movement that follows the one with the given hash.
	static String next(String before, LedgerRow row) {
		var content = new ByteArrayOutputStream(384);
		content.writeBytes(HEX.parseHex(before));
		row.fields().forEach(field -> write(field, content));
		return HEX.formatHex(sha256(content.toByteArray()));
	}

	static String ofBytes(byte[] hash) {
		return HEX.formatHex(hash);
	}

	/// As PostgreSQL reads a `bytea`.
	static String literal(String hash) {
		return "\\x" + hash;
	}

	private static void write(@Nullable String field, ByteArrayOutputStream content) {
		var bytes = (field != null) ? field.getBytes(StandardCharsets.UTF_8) : new byte[0];
		content.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((field != null) ? bytes.length : -1).array());
		content.writeBytes(bytes);
	}

	private static byte[] sha256(byte[] content) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(content);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
