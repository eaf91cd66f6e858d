package dev.cleave.inventory;

import java.util.regex.Pattern;

/// What a product is known by: 1 to 64 printable characters, without spaces at its ends; case counts.
public record Sku(String value) {

	/// As a regular expression.
	public static final String PATTERN = "(?! )[\\P{C}&&[^\\p{Zl}\\p{Zp}]]{1,64}(?<! )";

	private static final Pattern VALID = Pattern.compile(PATTERN);

	public Sku {
		if (!isValid(value)) {
			throw new IllegalArgumentException("'%s' is no SKU".formatted(value));
		}
	}

	public static boolean isValid(String text) {
		return VALID.matcher(text).matches();
	}

}
