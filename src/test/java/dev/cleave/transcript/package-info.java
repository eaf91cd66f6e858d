/// What a shop was asked and what it answered, written down so that shops can be compared, byte for byte.
@NullMarked
package dev.cleave.transcript;

import org.jspecify.annotations.NullMarked;
