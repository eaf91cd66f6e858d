package dev.cleave.orders.domain;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How orders deals with more than it can settle, and how long it waits for others.
///
/// @param throttleFrom so many unsettled orders slow new ones down, the more the slower
/// @param refuseFrom so many unsettled orders are enough: new ones are refused
/// @param longestPause how long a new order is held back just below that
/// @param catalogueWait how long a new order waits for the news of a product that it says to know
/// @param settlementWindow how long an order may be PENDING; then it is cancelled
/// @param paymentWindow how long an order that is to be paid in advance may be CONFIRMED; then it expires
@ConfigurationProperties("cleave.orders")
public record OrderSettings(@DefaultValue("100000") int throttleFrom, @DefaultValue("1000000") int refuseFrom,
		@DefaultValue("1s") Duration longestPause, @DefaultValue("2s") Duration catalogueWait,
		@DefaultValue("10m") Duration settlementWindow, @DefaultValue("15m") Duration paymentWindow) {

	private static final Duration LONGEST_WINDOW = Duration.ofDays(366);

	public OrderSettings {
		if (throttleFrom < 1 || refuseFrom <= throttleFrom) {
			throw new IllegalArgumentException(
					"cleave.orders.throttle-from (%d) must be at least 1 and below cleave.orders.refuse-from (%d)"
						.formatted(throttleFrom, refuseFrom));
		}
		requireTime("settlement-window", settlementWindow);
		requireTime("payment-window", paymentWindow);
	}

	private static void requireTime(String name, Duration window) {
		if (!window.isPositive() || window.compareTo(LONGEST_WINDOW) > 0) {
			throw new IllegalArgumentException(
					"cleave.orders.%s (%s) must be more than nothing and at most a year".formatted(name, window));
		}
	}

	/// @param unsettled number of orders
	Duration pauseAt(long unsettled) {
		var excess = Math.clamp(unsettled - this.throttleFrom, 0L, this.refuseFrom - this.throttleFrom);
		return this.longestPause.multipliedBy(excess).dividedBy(this.refuseFrom - this.throttleFrom);
	}

}
