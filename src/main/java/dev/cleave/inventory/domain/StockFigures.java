package dev.cleave.inventory.domain;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

/// How much there is of a product, in all and by location.
///
/// @param inTransit units that have left one location and not arrived at another; 0 where nobody looked
public record StockFigures(String sku, List<AtLocation> locations, long inTransit) {

	StockFigures(String sku, List<AtLocation> locations) {
		this(sku, locations, 0);
	}

	public StockFigures {
		locations = locations.stream().sorted(Comparator.comparing(AtLocation::location)).toList();
	}

	public long onHand() {
		return sum(AtLocation::onHand);
	}

	public long reserved() {
		return sum(AtLocation::reserved);
	}

	public long available() {
		return onHand() - reserved();
	}

	/// Rises with every movement.
	public long version() {
		return sum(AtLocation::sequence);
	}

	/// Those of one location alone.
	StockFigures at(@Nullable String location) {
		return (location == null) ? this : new StockFigures(this.sku,
				this.locations.stream().filter(one -> one.location().equals(location)).toList());
	}

	private long sum(ToLongFunction<AtLocation> figure) {
		return this.locations.stream().mapToLong(figure).sum();
	}

	/// @param sequence number of the last movement there
	public record AtLocation(String location, long onHand, long reserved, long sequence) {

		static AtLocation of(String location, Balance balance) {
			return new AtLocation(location, balance.onHand(), balance.reserved(), balance.sequence());
		}

	}

}
