package dev.cleave.platform.web;

import java.io.IOException;

/// The request body is larger than what is read at this path.
class BodyTooLargeException extends IOException {

	BodyTooLargeException(long limit) {
		super("The body is larger than %d bytes.".formatted(limit));
	}

}
