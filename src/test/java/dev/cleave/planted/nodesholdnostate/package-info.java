/// Baskets kept in a session, in static fields and in a cache for ever.
@Planted(caught = { "Baskets.last can change", "Baskets.SIZES can change", "Baskets.COUNT can change",
		"Baskets keeps a static ConcurrentHashMap", "setAttribute" })
@NullMarked
package dev.cleave.planted.nodesholdnostate;

import dev.cleave.planted.Planted;
import org.jspecify.annotations.NullMarked;
