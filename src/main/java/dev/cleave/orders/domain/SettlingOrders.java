package dev.cleave.orders.domain;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.cleave.orders.domain.Settlement.Refused;
import dev.cleave.orders.domain.Settlement.Reserved;
import dev.cleave.orders.domain.Settlement.Revoked;
import dev.cleave.platform.Fail;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Moves orders on as inventory has decided. What comes too late for an order changes nothing: whoever called it off has
/// already given its stock back, and inventory hears that after it was asked to reserve.
@Service
public class SettlingOrders {

	private final HeldOrders orders;

	private final Moves moves;

	private final Timelines timelines;

	private final OrderSettings settings;

	private final Clock clock;

	SettlingOrders(HeldOrders orders, Moves moves, Timelines timelines, OrderSettings settings, Clock clock) {
		this.orders = orders;
		this.moves = moves;
		this.timelines = timelines;
		this.settings = settings;
		this.clock = clock;
	}

	/// Settlements of one order in the order in which they were said. Those of unknown
	/// orders are passed over.
	@Transactional("orders")
	public void settle(List<Settlement> settlements) {
		var held = this.orders.hold(settlements.stream().map(told -> told.order().value()).distinct().toList())
			.stream()
			.collect(Collectors.toMap(Order::id, Function.identity()));
		var rejections = new HashMap<UUID, Rejection>();
		for (var settlement : settlements) {
			var order = held.get(settlement.order().value());
			if (order != null) {
				settle(order, settlement, rejections);
			}
		}
		this.moves.keep(held.values());
		this.timelines.appendShortages(rejections);
		Fail.point("orders.settled");
	}

	private void settle(Order order, Settlement settlement, Map<UUID, Rejection> rejections) {
		var occasion = Occasion.message(this.clock.instant(), settlement.told());
		switch (settlement.verdict()) {
			case Reserved() -> {
				if (order.can(Move.CONFIRM)) {
					order.confirm(this.settings.paymentWindow(), occasion);
				}
			}
			case Refused(var rejection) -> {
				if (order.can(Move.REJECT)) {
					order.reject(rejection, occasion);
					rejections.put(order.id(), rejection);
				}
			}
			case Revoked(var reason) -> {
				if (order.can(Move.CANCEL)) {
					order.cancel(reason, occasion);
				}
			}
		}
	}

}
