package dev.cleave.platform.messaging;

import java.util.List;
import java.util.function.Consumer;

/// A subscription made by code instead of by [Subscription], where one class serves several modules.
///
/// @param subscription id, starting with the name of the module in whose transaction the handler runs
/// @param type a message record or a sealed interface of some
/// @param handler takes the messages in order per subject
public record Listener<T>(String subscription, Class<T> type, Consumer<List<Message<T>>> handler) {

}
