/// A stream of rows that nobody closes.
@Planted(caught = "Overdue.references")
@NullMarked
package dev.cleave.planted.rowsarereadtotheend;

import dev.cleave.planted.Planted;
import org.jspecify.annotations.NullMarked;
