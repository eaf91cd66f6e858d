/// A package as it should be.
@NullMarked
package dev.cleave.planted.packageshaveasentence.plain;

import org.jspecify.annotations.NullMarked;
