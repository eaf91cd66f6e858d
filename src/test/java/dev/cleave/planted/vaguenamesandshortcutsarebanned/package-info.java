/// Vague names, a value from nowhere and words to nobody.
@Planted(caught = { "OrderUtil has a vague name", "OrderManager has a vague name",
		"util.Thing lies in a package named util", "PlacingOrders.limit uses @Value", "uses @Value", "System.out" })
@NullMarked
package dev.cleave.planted.vaguenamesandshortcutsarebanned;

import dev.cleave.planted.Planted;
import org.jspecify.annotations.NullMarked;
