/// Packages that say nothing of themselves.
@Planted(caught = { "mute has no package-info", "terse has no sentence", "careless is not @NullMarked" })
@NullMarked
package dev.cleave.planted.packageshaveasentence;

import dev.cleave.planted.Planted;
import org.jspecify.annotations.NullMarked;
