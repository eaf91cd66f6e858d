package dev.cleave.inventory.domain;

/// The database is not as a transaction left and locked it. That must not happen: nothing is written, and somebody has
/// to look into it.
class ContradictionException extends RuntimeException {

	ContradictionException(String message) {
		super(message);
	}

}
