/// Things
@NullMarked
package dev.cleave.planted.packageshaveasentence.terse;

import org.jspecify.annotations.NullMarked;
