/// An order that is shown to whoever knows its id.
@Planted(caught = "FindingOrders.find(dev.cleave.planted.ownedthingsareaskedforbytheirreader.orders.OrderId)")
@NullMarked
package dev.cleave.planted.ownedthingsareaskedforbytheirreader;

import dev.cleave.planted.Planted;
import org.jspecify.annotations.NullMarked;
