package dev.cleave.orders.payments;

import java.time.Duration;
import java.util.List;

import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.Price;
import dev.cleave.platform.web.MoneyView;

/// What the simulator does with a payment, which depends on how the amount ends.
///
/// @param callbacks what it tells, one after the other
/// @param after which time
record SimulatedPayment(List<Told> callbacks, Duration after) {

	private static final int ENDING = 1_000;

	static SimulatedPayment of(OrderId order, Price amount, PaymentSettings settings) {
		var reference = reference(order);
		var captured = new Told(reference + "-captured", callback(PaymentCallback.CAPTURED, order, amount));
		return switch ((int) (amount.amount() % ENDING)) {
			case 901 -> new SimulatedPayment(
					List.of(new Told(reference + "-failed", callback(PaymentCallback.FAILED, order, amount))),
					settings.simulatorDelay());
			case 902 ->
				new SimulatedPayment(List.of(captured, captured, new Told(reference + "-again", captured.callback())),
						settings.simulatorDelay());
			case 903 -> new SimulatedPayment(List.of(captured), settings.simulatorLateness());
			default -> new SimulatedPayment(List.of(captured), settings.simulatorDelay());
		};
	}

	/// The same payment each time it is asked for.
	static String reference(OrderId order) {
		return "simulated-" + order;
	}

	private static PaymentCallback callback(String type, OrderId order, Price amount) {
		return new PaymentCallback(type, order.toString(), reference(order), null,
				new MoneyView(amount.amount(), amount.currency()));
	}

	/// @param id of the webhook
	record Told(String id, PaymentCallback callback) {

	}

}
