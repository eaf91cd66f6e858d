package dev.cleave.orders.payments;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.PaymentProvider;
import dev.cleave.orders.domain.PaymentRequest;
import dev.cleave.orders.domain.Price;
import dev.cleave.orders.payments.SimulatedPayment.Told;
import dev.cleave.platform.Production;
import dev.cleave.platform.UnfitSettingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Plays a payment provider on one's own machine: takes no money, and calls back over HTTP like a real one, again and
/// again until it is heard. What it has promised is forgotten when it stops.
@Component
@ConditionalOnProperty("cleave.payments.simulator")
class PaymentSimulator implements PaymentProvider, DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(PaymentSimulator.class);

	private static final int MOST_ATTEMPTS = 10;

	private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

	private final PaymentSettings settings;

	private final CallbackSender sender;

	private final Environment environment;

	private final ScheduledExecutorService later = Executors.newScheduledThreadPool(2,
			Thread.ofPlatform().name("orders-payment-simulator-", 0).daemon().factory());

	PaymentSimulator(PaymentSettings settings, CallbackProof proof, JsonMapper json, Clock clock, Production production,
			Environment environment) {
		if (production.isOn()) {
			throw new UnfitSettingException("cleave.payments.simulator", "false", "It takes no money.");
		}
		this.settings = settings;
		this.sender = new CallbackSender(proof, json, clock);
		this.environment = environment;
	}

	@Override
	public Optional<PaymentRequest> ask(OrderId order, Price amount) {
		var payment = SimulatedPayment.of(order, amount, this.settings);
		payment.callbacks().forEach(told -> tell(told, 1, payment.after()));
		return Optional.of(new PaymentRequest(SimulatedPayment.reference(order), null));
	}

	private void tell(Told told, int attempt, Duration pause) {
		this.later.schedule(() -> {
			if (!this.sender.send(told, shop())) {
				again(told, attempt);
			}
			return told;
		}, pause.toMillis(), TimeUnit.MILLISECONDS);
	}

	private void again(Told told, int attempt) {
		if (attempt < MOST_ATTEMPTS) {
			tell(told, attempt + 1, FIRST_PAUSE.multipliedBy(1L << attempt));
		}
		else {
			log.warn("Nobody has heard the callback {} after {} attempts", told.id(), attempt);
		}
	}

	/// This very node. Its port is known once it listens.
	private URI shop() {
		return URI.create("http://127.0.0.1:" + this.environment.getRequiredProperty("local.server.port"));
	}

	@Override
	public void destroy() {
		this.later.shutdownNow();
		this.sender.close();
	}

}
