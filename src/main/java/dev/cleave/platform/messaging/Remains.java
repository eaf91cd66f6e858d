package dev.cleave.platform.messaging;

/// Removes what a module's generations leave behind when they are over. A module with rebuildable subscriptions has one
/// such bean.
public interface Remains {

	String module();

	/// Deletes rows of a generation that nobody reads or writes any more, in the caller's
	/// transaction; it is called until
	/// nothing is left.
	/// @param atMost so many, that the transaction stays short
	/// @return how many
	int remove(int generation, int atMost);

}
