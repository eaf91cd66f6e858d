/// Messages that carry an entity, are no records, bear a wrong name or stand in the wrong room.
@Planted(caught = { "OrderPaid carries a", "OrderLost is neither", "OrderSent is not named", "ShipOrder is not named" })
@NullMarked
package dev.cleave.planted.messagesarerecordsofplainvalues;

import dev.cleave.planted.Planted;
import org.jspecify.annotations.NullMarked;
