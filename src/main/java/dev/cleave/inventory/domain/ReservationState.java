package dev.cleave.inventory.domain;

/// What became of a reference. Only an open reservation holds stock, and only an open one or a tombstone changes again.
enum ReservationState {

	OPEN,

	/// There was too little, or it was called off before it began.
	REFUSED,

	/// Given back by whoever asked for it.
	RELEASED,

	/// Taken back by force.
	REVOKED,

	/// Released before it was reserved; the reserve is still to come and will be refused.
	TOMBSTONE

}
