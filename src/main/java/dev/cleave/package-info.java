/// Cleave: an order and inventory backend that holds together as one jar and splits, module by module, by configuration.
@NullMarked
package dev.cleave;

import org.jspecify.annotations.NullMarked;
