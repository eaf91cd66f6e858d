package dev.cleave.reporting.projections;

/// How a sale now enters into the sums.
///
/// @param weight 1 when it begins to count, with all that came back of it, and -1 when it no longer does
/// @param fate what happened to it; its amounts enter on their own only when it counted before
record SaleChange(String orderId, int weight, boolean countedBefore, Fate fate) {

	long returnedUnits() {
		return this.countedBefore ? this.fate.returnedUnits() : 0;
	}

	long returned() {
		return this.countedBefore ? this.fate.returned() : 0;
	}

	long refunded() {
		return this.countedBefore ? this.fate.refunded() : 0;
	}

	boolean matters() {
		return this.weight != 0 || returnedUnits() != 0 || returned() != 0 || refunded() != 0;
	}

}
