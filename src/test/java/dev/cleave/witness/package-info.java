/// Proves that no order is lost or doubled: people who order under trouble and write down what they were told, what the
/// databases held in the end, and a verdict on both that can be given again from the files alone.
@NullMarked
package dev.cleave.witness;

import org.jspecify.annotations.NullMarked;
