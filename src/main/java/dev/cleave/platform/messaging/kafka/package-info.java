/// The `kafka` transport: a module's log is sent on to a topic, and whoever listens to it reads that.
@NullMarked
package dev.cleave.platform.messaging.kafka;

import org.jspecify.annotations.NullMarked;
