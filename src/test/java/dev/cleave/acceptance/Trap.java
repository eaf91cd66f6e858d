package dev.cleave.acceptance;

import java.io.Serializable;

/// Whoever loads this class has been caught.
final class Trap implements Serializable {

	static final String SPRUNG = "cleave.test.trap";

	private static final long serialVersionUID = 1;

	static {
		System.setProperty(SPRUNG, "yes");
	}

}
