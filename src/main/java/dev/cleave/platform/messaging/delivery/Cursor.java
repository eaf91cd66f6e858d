package dev.cleave.platform.messaging.delivery;

/// A claimed cursor.
///
/// @param position the next position to take
/// @param parked whether messages of this partition have been set aside
record Cursor(Key key, long position, boolean parked) {

	/// @param source module whose log is read
	record Key(String source, short partition) {

	}

}
