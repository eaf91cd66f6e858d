/// Tries random sequences of actions on something, by several actors at once, and cuts one that fails down to what it
/// takes. Knows nothing of shops.
@NullMarked
package dev.cleave.model;

import org.jspecify.annotations.NullMarked;
