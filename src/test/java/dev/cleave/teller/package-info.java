/// A module of the engine's tests that tells.
@NullMarked
package dev.cleave.teller;

import org.jspecify.annotations.NullMarked;
