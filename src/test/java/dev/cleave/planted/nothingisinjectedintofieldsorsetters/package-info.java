/// A field and a setter that somebody else fills.
@Planted(caught = { "PlacingOrders.clock", "PlacingOrders.setZone", "PlacingOrders.entities" })
@NullMarked
package dev.cleave.planted.nothingisinjectedintofieldsorsetters;

import dev.cleave.planted.Planted;
import org.jspecify.annotations.NullMarked;
