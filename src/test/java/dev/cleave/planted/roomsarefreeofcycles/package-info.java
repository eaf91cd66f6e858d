/// A listener that calls a controller, a controller that calls a listener, and a domain that knows both.
@Planted(caught = { "OrderDesk", "OrderEar", "PlacingOrders", "Cycle detected" })
@NullMarked
package dev.cleave.planted.roomsarefreeofcycles;

import dev.cleave.planted.Planted;
import org.jspecify.annotations.NullMarked;
