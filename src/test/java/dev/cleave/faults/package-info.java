/// Breaks a shop of real processes, in one way at a time or in several, while people trade in it, and asks the witness
/// whether anything was lost or doubled.
@NullMarked
package dev.cleave.faults;

import org.jspecify.annotations.NullMarked;
