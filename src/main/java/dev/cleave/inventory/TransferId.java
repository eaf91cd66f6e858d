package dev.cleave.inventory;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import dev.cleave.platform.Ids;

/// Names a transfer between two locations. Outside it is opaque text.
public record TransferId(UUID value) {

	private static final Pattern TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	public static TransferId next() {
		return new TransferId(Ids.next());
	}

	/// Empty when the text, which may come from anybody, can't be the id of a transfer.
	public static Optional<TransferId> parse(String text) {
		return TEXT.matcher(text).matches() ? Optional.of(new TransferId(UUID.fromString(text))) : Optional.empty();
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
