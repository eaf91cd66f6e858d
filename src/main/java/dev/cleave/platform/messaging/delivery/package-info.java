/// How subscriptions take messages from logs: cursors, batches, and what happens to messages that fail.
@NullMarked
package dev.cleave.platform.messaging.delivery;

import org.jspecify.annotations.NullMarked;
