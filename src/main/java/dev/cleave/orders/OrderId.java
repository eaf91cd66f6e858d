package dev.cleave.orders;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import dev.cleave.platform.Ids;

/// Names an order. Outside it is opaque text; it sorts by the time it was given out.
public record OrderId(UUID value) {

	private static final Pattern TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	public static OrderId next() {
		return new OrderId(Ids.next());
	}

	/// @throws IllegalArgumentException if the text is no id of an order
	public static OrderId of(String text) {
		return parse(text).orElseThrow(() -> new IllegalArgumentException("'%s' is no id of an order".formatted(text)));
	}

	/// Empty when the text, which may come from anybody, can't be the id of an order.
	public static Optional<OrderId> parse(String text) {
		return TEXT.matcher(text).matches() ? Optional.of(new OrderId(UUID.fromString(text))) : Optional.empty();
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
