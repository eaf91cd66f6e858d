/// What auth hears, also from itself.
@NullMarked
package dev.cleave.auth.intake;

import org.jspecify.annotations.NullMarked;
