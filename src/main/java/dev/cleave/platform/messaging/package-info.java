/// What a module says to others and hears from them: events, commands, subscriptions.
@NamedInterface("messaging")
@NullMarked
package dev.cleave.platform.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
