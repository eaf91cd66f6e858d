package dev.cleave.auth.domain;

/// Why a password is refused.
public enum Weakness {

	LENGTH("size", "A password has 12 to 128 characters of any kind."),

	COMMON("password-common", "This password is among the most common ones, which are guessed first. Choose another."),

	PREDICTABLE("password-predictable",
			"This password repeats itself or runs along the alphabet, the digits or the keyboard. Choose another."),

	PERSONAL("password-personal",
			"This password contains your address or your name, or little besides the name of the shop. Choose another.");

	private final String code;

	private final String detail;

	Weakness(String code, String detail) {
		this.code = code;
		this.detail = detail;
	}

	public String code() {
		return this.code;
	}

	public String detail() {
		return this.detail;
	}

}
