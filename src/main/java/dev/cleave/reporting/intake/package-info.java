/// Hears what orders and inventory tell.
@NullMarked
package dev.cleave.reporting.intake;

import org.jspecify.annotations.NullMarked;
