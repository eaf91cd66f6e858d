/// What orders tells the others.
@NamedInterface("events")
@NullMarked
package dev.cleave.orders.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
