package dev.cleave.platform.messaging.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import dev.cleave.platform.messaging.delivery.OperatorActions.Choice;
import dev.cleave.platform.messaging.delivery.OperatorActions.Parked;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/// `/actuator/messaging`: how far every subscription has come, what is parked or dead, and the two things to do about
/// it: `POST /actuator/messaging/{subscription}` with `{"action": "retry"}` or `{"action": "discard", "reason": "…"}`,
/// for one `messageId`, one `subject` or the whole subscription, by an administrator who has signed in. `reporting.sales` is the generation that serves,
/// `reporting.sales#2` a certain one.
@Component
@Endpoint(id = "messaging")
class MessagingEndpoint {

	private static final int LISTED = 100;

	private final Workers workers;

	private final OperatorActions actions;

	MessagingEndpoint(Workers workers, OperatorActions actions) {
		this.workers = workers;
		this.actions = actions;
	}

	@ReadOperation
	Map<String, Summary> all() {
		var summaries = new TreeMap<String, Summary>();
		this.workers.all().forEach(worker -> summaries.put(worker.conversation().id(), Summary.of(worker)));
		return summaries;
	}

	@ReadOperation
	@Nullable Detail one(@Selector String subscription) {
		return this.workers.find(subscription)
			.map(worker -> new Detail(Summary.of(worker), this.actions.list(worker.conversation().id(), LISTED)))
			.orElse(null);
	}

	/// In the name of the administrator who has signed in.
	@WriteOperation
	@Nullable Outcome act(@Selector String subscription, String action, @Nullable String messageId, @Nullable String subject,
			@Nullable String reason, SecurityContext operator) {
		return act(subscription, action, messageId, subject, reason,
				Objects.requireNonNull(operator.getPrincipal()).getName());
	}

	@Nullable Outcome act(String subscription, String action, @Nullable String messageId, @Nullable String subject,
			@Nullable String reason, String actor) {
		var worker = this.workers.find(subscription).orElse(null);
		if (worker == null) {
			return null;
		}
		var id = worker.conversation().id();
		var choice = new Choice(messageId, subject);
		var count = switch (action) {
			case "retry" -> this.actions.retry(id, choice, actor, reason);
			case "discard" -> this.actions.discard(id, choice, actor, required(reason));
			default -> throw new InvalidEndpointRequestException("Unknown action '%s'".formatted(action),
					"action must be 'retry' or 'discard'");
		};
		worker.wake();
		return new Outcome(action, count);
	}

	private static String required(@Nullable String reason) {
		if (reason == null || reason.isBlank()) {
			throw new InvalidEndpointRequestException("A discarded message needs a reason",
					"say in 'reason' why the message is given up");
		}
		return reason;
	}

	/// @param lag messages not taken yet, by source and partition
	record Summary(Map<String, Map<Short, Long>> lag, long totalLag, long parked, long dead, Instant caughtUpAt) {

		static Summary of(SubscriptionWorker worker) {
			var lag = new TreeMap<String, Map<Short, Long>>();
			worker.lags()
				.forEach((key, behind) -> lag.computeIfAbsent(key.source(), source -> new TreeMap<>())
					.put(key.partition(), behind));
			var total = worker.lags().values().stream().mapToLong(Long::longValue).sum();
			return new Summary(lag, total, worker.counts().parked(), worker.counts().dead(), worker.caughtUpAt());
		}

	}

	record Detail(Summary summary, List<Parked> messages) {

	}

	record Outcome(String action, int messages) {

	}

}
