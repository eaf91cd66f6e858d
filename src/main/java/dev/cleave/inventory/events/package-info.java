/// What inventory tells the others.
@NamedInterface("events")
@NullMarked
package dev.cleave.inventory.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
