/// A module of the engine's tests that hears.
@NullMarked
package dev.cleave.hearer;

import org.jspecify.annotations.NullMarked;
