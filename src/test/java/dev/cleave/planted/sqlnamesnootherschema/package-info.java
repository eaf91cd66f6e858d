/// Statements that reach for another module's tables, in a class and in migrations.
@Planted(caught = { "Stock.java names the schema inventory", "Joined.java names the schema inventory",
		"Path.java moves", "V1__orders.sql names the schema inventory", "V0_1__platform.sql names the schema orders" })
@NullMarked
package dev.cleave.planted.sqlnamesnootherschema;

import dev.cleave.planted.Planted;
import org.jspecify.annotations.NullMarked;
