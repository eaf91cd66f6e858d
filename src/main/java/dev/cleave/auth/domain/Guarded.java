package dev.cleave.auth.domain;

/// What nobody may try as often as they like.
public enum Guarded {

	/// Passwords, by the account's e-mail address.
	SIGN_IN(true, true),

	/// Codes of second factors, by the account's id.
	CODE(true, true),

	/// Secrets of machine clients. Nobody can guess those, so only whoever fails is
	/// counted, and all together are not.
	TOKEN(false, true),

	/// New accounts. Each costs a hash.
	REGISTRATION(false, false),

	/// Letters that anybody may have sent to somebody, by the e-mail address.
	RESET(true, false);

	private final boolean bySubject;

	private final boolean guess;

	Guarded(boolean bySubject, boolean guess) {
		this.bySubject = bySubject;
		this.guess = guess;
	}

	/// Whether what is tried is counted for whom it concerns, too, and not only for
	/// whoever tries.
	boolean isBySubject() {
		return this.bySubject;
	}

	/// Whether only what fails counts.
	boolean isGuess() {
		return this.guess;
	}

}
