package dev.cleave.acceptance;

import tools.jackson.databind.JsonNode;

/// How far one line of an order has come.
record ExpectedLine(String sku, long quantity, long unitPrice, long shipped, long delivered, long returned) {

	static ExpectedLine of(JsonNode line) {
		return new ExpectedLine(line.path("sku").asString(), line.path("quantity").asLong(),
				line.at("/unitPrice/amount").asLong(), line.path("shipped").asLong(0), line.path("delivered").asLong(0),
				line.path("returned").asLong(0));
	}

	long toShip() {
		return this.quantity - this.shipped;
	}

	long toDeliver() {
		return this.shipped - this.delivered;
	}

	long toReturn() {
		return this.delivered - this.returned;
	}

	ExpectedLine ship(long units) {
		return new ExpectedLine(this.sku, this.quantity, this.unitPrice, this.shipped + units, this.delivered,
				this.returned);
	}

	ExpectedLine deliver(long units) {
		return new ExpectedLine(this.sku, this.quantity, this.unitPrice, this.shipped, this.delivered + units,
				this.returned);
	}

	ExpectedLine takeBack(long units) {
		return new ExpectedLine(this.sku, this.quantity, this.unitPrice, this.shipped, this.delivered,
				this.returned + units);
	}

	@Override
	public String toString() {
		return this.quantity + " at " + this.unitPrice + ((this.shipped > 0)
				? " (%d shipped, %d delivered, %d returned)".formatted(this.shipped, this.delivered, this.returned)
				: "");
	}

}
