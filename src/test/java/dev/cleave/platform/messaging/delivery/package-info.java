/// How messages are taken, once each and in order.
@NullMarked
package dev.cleave.platform.messaging.delivery;

import org.jspecify.annotations.NullMarked;
