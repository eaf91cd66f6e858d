/// What orders hears from others, and the orders of the past that it is told of.
@NullMarked
package dev.cleave.orders.intake;

import org.jspecify.annotations.NullMarked;
