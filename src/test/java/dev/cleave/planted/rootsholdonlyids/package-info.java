/// A module's root with a service and a record of two values in it.
@Planted(caught = { "PlacingOrders is neither", "Money is neither" })
@NullMarked
package dev.cleave.planted.rootsholdonlyids;

import dev.cleave.planted.Planted;
import org.jspecify.annotations.NullMarked;
