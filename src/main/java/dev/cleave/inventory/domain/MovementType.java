package dev.cleave.inventory.domain;

/// The ways in which stock moves, and what one unit of each does to the two balances of its shelf.
public enum MovementType {

	RECEIVED(1, 0), RESERVED(0, 1), RELEASED(0, -1), SHIPPED(-1, -1), RETURNED(1, 0), ADJUSTED(1, 0);

	private final int onHand;

	private final int reserved;

	MovementType(int onHand, int reserved) {
		this.onHand = onHand;
		this.reserved = reserved;
	}

	long onHandDelta(long quantity) {
		return this.onHand * quantity;
	}

	long reservedDelta(long quantity) {
		return this.reserved * quantity;
	}

}
