package dev.cleave.platform.security;

import org.springframework.security.authorization.AuthorizationDecision;

/// Why somebody may not do now what they may do otherwise, and what they can do about it.
final class Condition extends AuthorizationDecision {

	static final Condition PROOF = new Condition("proof-required",
			"Prove again that it is you: POST your password, or a code of your second factor, to /api/v1/auth/session/proof.");

	static final Condition SECOND_FACTOR = new Condition("second-factor-enrolment-required",
			"Your role asks for a second factor: set one up at /api/v1/auth/second-factor.");

	private final String code;

	private final String detail;

	private Condition(String code, String detail) {
		super(false);
		this.code = code;
		this.detail = detail;
	}

	String code() {
		return this.code;
	}

	String detail() {
		return this.detail;
	}

}
