package dev.cleave.inventory.domain;

import org.springframework.stereotype.Component;

/// Decides which shelf a reservation draws from. Today there is one; choosing among several goes here.
@Component
class Allocation {

	Shelf shelfFor(String sku) {
		return new Shelf(sku, Locations.MAIN);
	}

}
