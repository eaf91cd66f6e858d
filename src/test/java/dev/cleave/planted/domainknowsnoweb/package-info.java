/// Use cases that speak HTTP and JSON or know their controllers.
@Planted(caught = { "PlacingOrders", "PrintingOrders", "ShowingOrders" })
@NullMarked
package dev.cleave.planted.domainknowsnoweb;

import dev.cleave.planted.Planted;
import org.jspecify.annotations.NullMarked;
