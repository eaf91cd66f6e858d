/// An entity and a repository that everybody can see, and some in the wrong room.
@Planted(caught = { "domain.Basket", "domain.Baskets", "web.Receipt", "web.Receipts" })
@NullMarked
package dev.cleave.planted.entitiesandrepositoriesarehidden;

import dev.cleave.planted.Planted;
import org.jspecify.annotations.NullMarked;
