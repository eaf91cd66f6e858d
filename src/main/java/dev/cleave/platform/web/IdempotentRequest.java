package dev.cleave.platform.web;

/// A request and the key that makes it the same as its repeats. Each is one of a kind, whatever its key.
public final class IdempotentRequest {

	private final IdempotencyKey key;

	private final byte[] hash;

	/// @param body as it was read; a repeat with another one is refused (422)
	public IdempotentRequest(IdempotencyKey key, Object body) {
		this.key = key;
		this.hash = RequestHash.of(key, body);
	}

	IdempotencyKey key() {
		return this.key;
	}

	byte[] hash() {
		return this.hash;
	}

}
