package dev.cleave.auth.web;

import dev.cleave.platform.web.Problems;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// Says that a link is worth nothing, and not why.
final class BadLink {

	private BadLink() {
	}

	static ResponseEntity<ProblemDetail> problem() {
		return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "link-invalid",
				"This link is wrong, was used already or has expired. Ask for a new one.");
	}

}
