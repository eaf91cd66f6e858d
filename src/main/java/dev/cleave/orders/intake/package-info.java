/// What orders hears from others and takes in by itself.
@NullMarked
package dev.cleave.orders.intake;

import org.jspecify.annotations.NullMarked;
