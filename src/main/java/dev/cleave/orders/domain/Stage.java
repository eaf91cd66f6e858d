package dev.cleave.orders.domain;

/// How far the units of an order's lines have come. Each of them passes one stage after the other.
enum Stage {

	SHIPPED(Move.SHIP_PART, Move.SHIP), DELIVERED(Move.DELIVER_PART, Move.DELIVER),
	RETURNED(Move.RETURN_PART, Move.RETURN);

	private final Move part;

	private final Move whole;

	Stage(Move part, Move whole) {
		this.part = part;
		this.whole = whole;
	}

	/// The order's move when some units reach the stage.
	///
	/// @param complete whether all units of the order have reached it then
	Move move(boolean complete) {
		return complete ? this.whole : this.part;
	}

	/// How many units of the line have reached the stage.
	long reached(OrderLine line) {
		return switch (this) {
			case SHIPPED -> line.shipped();
			case DELIVERED -> line.delivered();
			case RETURNED -> line.returned();
		};
	}

	/// How many units of the line can reach it now.
	long left(OrderLine line) {
		return switch (this) {
			case SHIPPED -> line.quantity() - line.shipped();
			case DELIVERED -> line.shipped() - line.delivered();
			case RETURNED -> line.delivered() - line.returned();
		};
	}

}
