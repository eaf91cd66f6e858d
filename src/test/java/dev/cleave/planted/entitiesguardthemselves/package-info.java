/// An entity that anybody may change, in any order, in any schema, and that holds on to another.
@Planted(caught = { "Basket has the setter setTotal", "Basket has no @Version", "Basket names the schema inventory",
		"Basket holds another aggregate in owner" })
@NullMarked
package dev.cleave.planted.entitiesguardthemselves;

import dev.cleave.planted.Planted;
import org.jspecify.annotations.NullMarked;
