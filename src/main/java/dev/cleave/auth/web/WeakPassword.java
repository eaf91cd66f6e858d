package dev.cleave.auth.web;

import java.util.Set;

import dev.cleave.auth.domain.Weakness;
import dev.cleave.platform.web.Fault;
import dev.cleave.platform.web.Problems;

import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// Says what is wrong with a new password.
final class WeakPassword {

	private WeakPassword() {
	}

	/// @param pointer to where the password stands in the request
	static ResponseEntity<ProblemDetail> problem(String pointer, Set<Weakness> weaknesses) {
		return Problems.invalid(
				weaknesses.stream().map(weakness -> new Fault(pointer, weakness.code(), weakness.detail())).toList());
	}

}
