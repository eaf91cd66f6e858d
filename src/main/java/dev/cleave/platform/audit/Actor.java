package dev.cleave.platform.audit;

import org.jspecify.annotations.Nullable;

/// Who did something, or tried to.
///
/// @param id opaque; of a stranger a keyed hash of the name he gave, never the name
public record Actor(Kind kind, @Nullable String id) {

	/// This process, of its own accord.
	public static Actor system() {
		return new Actor(Kind.SYSTEM, null);
	}

	/// Somebody who has not shown who he is.
	///
	/// @param hash of the name he gave, made with a key; null where he gave none
	public static Actor stranger(@Nullable String hash) {
		return new Actor(Kind.STRANGER, hash);
	}

	public static Actor account(String id) {
		return new Actor(Kind.ACCOUNT, id);
	}

	public static Actor client(String id) {
		return new Actor(Kind.CLIENT, id);
	}

	public enum Kind {

		ACCOUNT, CLIENT, STRANGER, SYSTEM

	}

}
