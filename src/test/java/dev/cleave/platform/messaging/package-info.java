/// What the event engine promises.
@NullMarked
package dev.cleave.platform.messaging;

import org.jspecify.annotations.NullMarked;
