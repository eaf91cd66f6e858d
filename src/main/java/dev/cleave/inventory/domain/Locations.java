package dev.cleave.inventory.domain;

/// The places where stock may be.
public final class Locations {

	/// Where everything is, unless told otherwise.
	public static final String MAIN = "main";

	private Locations() {
	}

}
