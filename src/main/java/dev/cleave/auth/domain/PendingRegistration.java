package dev.cleave.auth.domain;

/// An account that somebody wants to have and has not shown the address of.
record PendingRegistration(EmailAddress email, String name, String passwordHash) {

	/// Keeps people out of logs.
	@Override
	public String toString() {
		return "PendingRegistration[hidden]";
	}

}
