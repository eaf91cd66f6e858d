package dev.cleave.platform.messaging.delivery;

/// Somebody else moved the cursor meanwhile. What was done is rolled back; the other did it.
class FencedException extends RuntimeException {

	FencedException(String subscription) {
		super("Another worker moved a cursor of %s".formatted(subscription));
	}

}
