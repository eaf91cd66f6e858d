/// Statements that take whatever columns a table has.
@Planted(caught = { "All.java takes whatever", "Some.java takes whatever", "Gone.java takes whatever" })
@NullMarked
package dev.cleave.planted.sqlnamesitscolumns;

import dev.cleave.planted.Planted;
import org.jspecify.annotations.NullMarked;
