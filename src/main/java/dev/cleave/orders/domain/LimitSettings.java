package dev.cleave.orders.domain;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much one customer may take, so that a robot can't buy or hold what is meant for many. All are off by default (0).
/// Whoever orders for others, staff and machines, is not limited.
///
/// @param unitsPerOrder most units of one product in one order
/// @param openOrders most orders of a customer that hold stock and are not paid for yet
/// @param unitsPerPeriod most units of one product that a customer may order within the period
/// @param period 1 minute to 366 days; what was rejected, called off or has expired does not count
@ConfigurationProperties("cleave.orders.limits")
public record LimitSettings(@DefaultValue("0") long unitsPerOrder, @DefaultValue("0") int openOrders,
		@DefaultValue("0") long unitsPerPeriod, @DefaultValue("1d") Duration period) {

	public LimitSettings {
		if (unitsPerOrder < 0 || openOrders < 0 || unitsPerPeriod < 0) {
			throw new IllegalArgumentException("cleave.orders.limits are at least 0, which is none");
		}
		if (period.compareTo(Duration.ofMinutes(1)) < 0 || period.compareTo(Duration.ofDays(366)) > 0) {
			throw new IllegalArgumentException(
					"cleave.orders.limits.period (%s) must be a minute to 366 days".formatted(period));
		}
	}

	/// Whether it takes a look at the customer's other orders.
	boolean concernOtherOrders() {
		return this.openOrders > 0 || this.unitsPerPeriod > 0;
	}

}
