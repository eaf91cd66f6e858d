/// All the ways to ask the system what time it is.
@Planted(caught = { "Deadlines.instant", "Deadlines.today", "Deadlines.millis", "Deadlines.date", "Deadlines.calendar",
		"Deadlines.clock" })
@NullMarked
package dev.cleave.planted.timecomesfromtheclock;

import dev.cleave.planted.Planted;
import org.jspecify.annotations.NullMarked;
