/// The rules of the house. Each is held against the product, which must keep it, and against a planted offence, which it
/// must catch: a rule whose pattern matches nothing would pass for ever.
@NullMarked
package dev.cleave.architecture;

import org.jspecify.annotations.NullMarked;
