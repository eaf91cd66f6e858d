/// Little products, each of which breaks one rule of the architecture, to prove that the rule catches it.
@NullMarked
package dev.cleave.planted;

import org.jspecify.annotations.NullMarked;
