/// What messages and interfaces look like to others, as files in `docs/contracts`, and whether a change of them breaks
/// those who read the former edition.
@NullMarked
package dev.cleave.contracts;

import org.jspecify.annotations.NullMarked;
