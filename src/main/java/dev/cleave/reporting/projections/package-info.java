/// The read models: what was sold, kept as sums that grow and shrink with each event.
@NullMarked
package dev.cleave.reporting.projections;

import org.jspecify.annotations.NullMarked;
