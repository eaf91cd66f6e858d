/// Looks behind the curtain of a shop at rest: the invariants that must hold whatever happened, as SQL over its databases.
@NullMarked
package dev.cleave.checker;

import org.jspecify.annotations.NullMarked;
