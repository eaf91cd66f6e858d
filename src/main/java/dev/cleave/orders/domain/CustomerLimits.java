package dev.cleave.orders.domain;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.cleave.orders.domain.Placement.Limited;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether a customer wants more than one customer may have. Orders of one customer take turns while limits look at more
/// than one of them, so many at once get no more than one after the other.
@Component
class CustomerLimits {

	private static final String OPEN = """
			SELECT count(*) FROM orders WHERE owner = ? AND status IN ('PENDING', 'CONFIRMED')
			""";

	private static final String ORDERED = """
			SELECT sku, sum(quantity)::bigint AS units FROM orders JOIN order_line ON order_id = id
			WHERE owner = ? AND placed_at > now() - ? * interval '1 millisecond'
				AND status NOT IN ('REJECTED', 'CANCELLED', 'EXPIRED') AND sku = ANY (?)
			GROUP BY sku
			""";

	private final LimitSettings settings;

	private final JdbcClient jdbc;

	CustomerLimits(LimitSettings settings, JdbcClient jdbc) {
		this.settings = settings;
		this.jdbc = jdbc;
	}

	boolean concernOtherOrdersOf(Basket basket) {
		return basket.owner().equals(basket.customer()) && this.settings.concernOtherOrders();
	}

	/// What becomes of an order that goes beyond them; nothing as long as it does not.
	Optional<Placement> exceededBy(PlacedOrder order) {
		if (!order.owner().equals(order.customer())) {
			return Optional.empty();
		}
		var units = order.lines()
			.stream()
			.collect(Collectors.toMap(OrderLine::sku, OrderLine::quantity, Long::sum, TreeMap::new));
		var ofOrder = ofOrder(order, units);
		return (ofOrder.isPresent() || !this.settings.concernOtherOrders()) ? ofOrder : ofAll(order.owner(), units);
	}

	private Optional<Placement> ofOrder(PlacedOrder order, Map<String, Long> units) {
		var most = this.settings.unitsPerOrder();
		var faults = new ArrayList<LineFault>();
		for (var line : order.lines()) {
			if (most > 0 && units.getOrDefault(line.sku(), 0L) > most) {
				faults.add(new LineFault(line.line() - 1, "quantity", "units-limited",
						"An order may have %d of %s at most.".formatted(most, line.sku())));
			}
		}
		return faults.isEmpty() ? Optional.empty() : Optional.of(new Placement.Invalid(faults));
	}

	private Optional<Placement> ofAll(String customer, Map<String, Long> units) {
		this.jdbc.sql("SELECT set_config('lock_timeout', '1s', true)").query((row, number) -> true).single();
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('orders of ' || ?, 0))")
			.param(customer)
			.query((row, number) -> true)
			.single();
		if (this.settings.openOrders() > 0 && open(customer) >= this.settings.openOrders()) {
			return Optional.of(new Limited("open-orders-limited",
					"You have %d orders that are not paid for yet. Pay or cancel one, then try again."
						.formatted(this.settings.openOrders())));
		}
		return (this.settings.unitsPerPeriod() > 0) ? ofPeriod(customer, units) : Optional.empty();
	}

	private Optional<Placement> ofPeriod(String customer, Map<String, Long> units) {
		var most = this.settings.unitsPerPeriod();
		var ordered = new TreeMap<String, Long>();
		this.jdbc.sql(ORDERED)
			.param(customer)
			.param(this.settings.period().toMillis())
			.param(units.keySet().toArray(String[]::new))
			.query(row -> {
				ordered.put(row.getString("sku"), row.getLong("units"));
			});
		return units.entrySet()
			.stream()
			.filter(unit -> ordered.getOrDefault(unit.getKey(), 0L) + unit.getValue() > most)
			.findFirst()
			.map(unit -> new Limited("units-limited", "You may order %d of %s within %s; you have ordered %d."
				.formatted(most, unit.getKey(), this.settings.period(), ordered.getOrDefault(unit.getKey(), 0L))));
	}

	private long open(String customer) {
		return this.jdbc.sql(OPEN).param(customer).query(Long.class).single();
	}

}
