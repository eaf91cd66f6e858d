/// Catalogues that come as files, one product a line.
@NullMarked
package dev.cleave.inventory.imports;

import org.jspecify.annotations.NullMarked;
