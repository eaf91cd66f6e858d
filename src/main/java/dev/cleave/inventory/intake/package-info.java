/// What reaches inventory from elsewhere: commands of others, and the sample shop.
@NullMarked
package dev.cleave.inventory.intake;

import org.jspecify.annotations.NullMarked;
