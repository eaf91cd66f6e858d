package dev.cleave.inventory.domain;

/// What became of a reference. Only an open reservation holds stock. Only an open one or a tombstone changes again, and
/// a revoked one whose units have left all the same.
enum ReservationState {

	OPEN,

	/// There was too little, or it was called off before it began.
	REFUSED,

	/// Given back by whoever asked for it.
	RELEASED,

	/// Taken back by force.
	REVOKED,

	/// All of it has left.
	SHIPPED,

	/// Released before it was reserved; the reserve is still to come and will be refused.
	TOMBSTONE

}
