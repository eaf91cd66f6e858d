package dev.cleave.platform.messaging.log;

/// A stretch of one partition of a module's log.
///
/// @param first its first position
/// @param past the position after its last
public record LogWindow(String source, short partition, long first, long past) {

}
