package dev.cleave.auth.domain;

/// Counts failures of one kind by one account or one network address. What it holds runs out evenly within the window.
///
/// @param key names it without giving anybody away
/// @param limit how much it holds
/// @param forgiving whether a success empties it
record Bucket(String key, int limit, boolean forgiving) {

}
