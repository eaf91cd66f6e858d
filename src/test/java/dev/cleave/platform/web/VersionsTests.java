package dev.cleave.platform.web;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VersionsTests {

	@Test
	void acceptsTheActualVersionAlsoAmongOthers() {
		Versions.require(new IfMatch("\"3\""), 3);
		Versions.require(new IfMatch("\"2\", \"3\""), 3);
		Versions.require(new IfMatch("*"), 3);
	}

	@Test
	void requiresThatTheVersionIsSaid() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Versions.require(new IfMatch(null), 3))
			.satisfies(problem -> assertThat(problem.status()).isEqualTo(HttpStatus.PRECONDITION_REQUIRED));
	}

	@Test
	void refusesAStaleOrWeakVersion() {
		for (var header : new String[] { "\"2\"", "W/\"3\"", "3", "" }) {
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Versions.honour(new IfMatch(header), 3))
				.satisfies(problem -> assertThat(problem.status()).isEqualTo(HttpStatus.PRECONDITION_FAILED));
		}
	}

	@Test
	void leavesTheChoiceToWhoeverMoves() {
		Versions.honour(new IfMatch(null), 3);
	}

}
