/// A module's outbox and the log it is sequenced into.
@NullMarked
package dev.cleave.platform.messaging.log;

import org.jspecify.annotations.NullMarked;
