package dev.cleave.planted.modulesmeetonlywheretheymay.orders.domain;

import dev.cleave.planted.modulesmeetonlywheretheymay.inventory.domain.Shelf;

class Order {

	private final Shelf shelf = new Shelf();

	@Override
	public String toString() {
		return this.shelf.toString();
	}

}
