/// What others may ask of inventory.
@NamedInterface("commands")
@NullMarked
package dev.cleave.inventory.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
