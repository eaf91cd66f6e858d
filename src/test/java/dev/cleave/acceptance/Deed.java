package dev.cleave.acceptance;

import java.util.List;

/// What can be done in a shop, told so that it can be done again in another one: products and orders are numbered within
/// their sequence.
sealed interface Deed {

	/// @param order its number, under which later deeds know it
	/// @param onInvoice whether it need not be paid in time
	record Place(int order, List<Item> items, boolean onInvoice) implements Deed {

		record Item(int product, long quantity) {

		}

	}

	/// A deed with an order that was placed before.
	sealed interface WithOrder extends Deed {

		int order();

	}

	/// Waits until the order is settled.
	record Settle(int order) implements WithOrder {

	}

	record Cancel(int order) implements WithOrder {

	}

	/// @param reference number of the payment, which another one may have too
	/// @param excess what is paid more than the total
	record Pay(int order, int reference, long excess) implements WithOrder {

	}

	/// @param portions everything that is left, if there are none
	record Ship(int order, List<Portion> portions) implements WithOrder {

	}

	/// @param portions everything that is left, if there are none
	record Deliver(int order, List<Portion> portions) implements WithOrder {

	}

	/// @param portions everything that is left, if there are none
	/// @param spoilt whether it can't be sold again, which must be said of each portion
	record TakeBack(int order, List<Portion> portions, boolean spoilt) implements WithOrder {

	}

	/// @param reference number of the refund, which another one may have too
	/// @param said the amount, or 0 for whatever is due
	record Refund(int order, int reference, long said) implements WithOrder {

	}

	/// Lets the time run out that the order has. This is the only deed that is not done
	/// at the shop's door.
	record RunOut(int order) implements WithOrder {

	}

	record Receive(int product, long quantity) implements Deed {

	}

	/// @param force whether reservations give way
	record Adjust(int product, long quantity, boolean force) implements Deed {

	}

	/// Sends units to another location.
	///
	/// @param transfer its number, under which they arrive
	record Send(int transfer, int product, long quantity) implements Deed {

	}

	/// @param lost units that were sent and have not arrived
	record Arrive(int transfer, long lost) implements Deed {

	}

	record Reprice(int product, long price) implements Deed {

	}

	record Withdraw(int product) implements Deed {

	}

	/// Sends what was sent at an earlier step once more, with the same key.
	record Repeat(int step) implements Deed {

	}

	/// @param line of the order, from 1
	record Portion(int line, long quantity) {

	}

}
