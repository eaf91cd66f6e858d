/// A module that reaches into the inside of another, which it does not even declare to know.
@Planted(caught = { "Module 'orders' depends on" })
@NullMarked
package dev.cleave.planted.modulesmeetonlywheretheymay;

import dev.cleave.planted.Planted;
import org.jspecify.annotations.NullMarked;
