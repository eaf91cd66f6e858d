package dev.cleave.platform.web;

/// An import that failed after a part of it was taken. Sent again, it goes on where it was.
class ImportBrokenOffException extends RuntimeException {

	ImportBrokenOffException(RuntimeException cause) {
		super("A part of the import was taken", cause);
	}

}
