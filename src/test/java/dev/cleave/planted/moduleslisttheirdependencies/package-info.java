/// A module that says nothing of its dependencies and a package that is no module.
@Planted(caught = { "silent is no", "bare is no" })
@NullMarked
package dev.cleave.planted.moduleslisttheirdependencies;

import dev.cleave.planted.Planted;
import org.jspecify.annotations.NullMarked;
