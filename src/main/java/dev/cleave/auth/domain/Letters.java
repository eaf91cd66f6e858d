package dev.cleave.auth.domain;

/// Brings letters to people.
public interface Letters {

	/// Whether anybody gets any.
	boolean arrive();

	/// Sends a letter, or gives up after some attempts; takes its time.
	void send(Letter letter);

}
