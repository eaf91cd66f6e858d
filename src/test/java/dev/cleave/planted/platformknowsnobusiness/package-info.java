/// A platform that knows an order and has a word for products.
@Planted(caught = { "OrderId", "Counter speaks of 'products'", "OrderDesk speaks of 'order'" })
@NullMarked
package dev.cleave.planted.platformknowsnobusiness;

import dev.cleave.planted.Planted;
import org.jspecify.annotations.NullMarked;
