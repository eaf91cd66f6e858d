package dev.cleave.orders.web;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import java.util.function.Function;
import java.util.stream.Collectors;

import dev.cleave.orders.domain.Asking;
import dev.cleave.orders.domain.LineFault;
import dev.cleave.orders.domain.PlacedOrder;
import dev.cleave.orders.domain.Placement;
import dev.cleave.orders.domain.Placement.Invalid;
import dev.cleave.orders.domain.Placement.Limited;
import dev.cleave.orders.domain.Placement.Placed;
import dev.cleave.orders.domain.Placement.ReferenceTaken;
import dev.cleave.orders.domain.PlacingOrders;
import dev.cleave.orders.domain.Reader;
import dev.cleave.platform.Fail;
import dev.cleave.platform.persistence.Batcher;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.web.Fault;
import dev.cleave.platform.web.Idempotency;
import dev.cleave.platform.web.IdempotencyKey;
import dev.cleave.platform.web.IdempotentRequest;
import dev.cleave.platform.web.Problems;
import dev.cleave.platform.web.Versions;
import org.slf4j.MDC;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Has orders placed that come at the same moment in one transaction, each once however often it is sent.
@Component
class Placements implements AutoCloseable {

	/// In one transaction, so that it stays short.
	private static final int MOST_LINES = 500;

	private static final Duration APART = Duration.ofMillis(12);

	private final PlacingOrders placing;

	private final Idempotency idempotency;

	private final Clock clock;

	private final Batcher<Wanted, ResponseEntity<?>> batcher;

	Placements(PlacingOrders placing, Idempotency idempotency, Clock clock) {
		this.placing = placing;
		this.idempotency = idempotency;
		this.clock = clock;
		this.batcher = new Batcher<>("orders-placements", APART, Wanted::lines, MOST_LINES, this::placeTogether,
				this::placeAlone);
	}

	/// Returns what is answered, when it is durable.
	ResponseEntity<?> place(IdempotencyKey key, OrderRequest request, Caller caller) {
		var basket = request.basketOf(caller, this.clock.instant());
		var wanted = new Wanted(new IdempotentRequest(key, request), new Asking(basket, MDC.get("traceparent")),
				Readers.of(caller), Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of()));
		return this.placing.isIndependent(basket) ? this.batcher.submit(wanted) : placeAlone(wanted);
	}

	private ResponseEntity<?> placeAlone(Wanted wanted) {
		var answer = this.idempotency.once(wanted.request(),
				() -> answer(this.placing.place(List.of(wanted.asking())).getFirst(), wanted.reader()));
		Fail.point("orders.placed-alone");
		return answer;
	}

	private List<Optional<ResponseEntity<?>>> placeTogether(List<Wanted> all) {
		var wanted = all.stream().collect(Collectors.toMap(Wanted::request, Function.identity()));
		var answers = this.idempotency.together(all.stream().map(Wanted::request).toList(),
				first -> answers(first.stream().map(wanted::get).toList()));
		Fail.point("orders.placed-together");
		return answers;
	}

	private Map<IdempotentRequest, ResponseEntity<?>> answers(List<Wanted> first) {
		var placements = this.placing.place(first.stream().map(Wanted::asking).toList());
		var answers = new HashMap<IdempotentRequest, ResponseEntity<?>>();
		for (var index = 0; index < first.size(); index++) {
			answers.put(first.get(index).request(), answerTo(first.get(index), placements.get(index)));
		}
		return answers;
	}

	/// A problem tells the trace of its own request.
	private static ResponseEntity<?> answerTo(Wanted wanted, Placement placement) {
		MDC.setContextMap(wanted.context());
		try {
			return answer(placement, wanted.reader());
		}
		finally {
			MDC.clear();
		}
	}

	private static ResponseEntity<?> answer(Placement placement, Reader reader) {
		return switch (placement) {
			case Placed(var order) -> ResponseEntity.created(OrderView.location(order.id()))
				.eTag(Versions.etag(order.version()))
				.body(OrderView.of(order));
			case ReferenceTaken(var first) -> taken(first, reader);
			case Limited(var code, var detail) -> Problems.of(HttpStatus.CONFLICT, code, detail);
			case Invalid(var faults) -> Problems.invalid(faults.stream().map(Placements::fault).toList());
		};
	}

	/// Nobody learns the name of an order that is not theirs.
	private static ResponseEntity<ProblemDetail> taken(PlacedOrder first, Reader reader) {
		var problem = Problems.detail(HttpStatus.CONFLICT, "reference-taken",
				"Another order has the reference %s.".formatted(first.reference()));
		var answer = ResponseEntity.status(HttpStatus.CONFLICT);
		if (reader.seesAll() || reader.id().equals(first.owner())) {
			var location = OrderView.location(first.id());
			problem.setProperty("order", location);
			answer.header(HttpHeaders.LINK, "<%s>; rel=\"related\"".formatted(location));
		}
		return answer.body(problem);
	}

	private static Fault fault(LineFault fault) {
		return new Fault("/lines/%d/%s".formatted(fault.index(), fault.field()), fault.code(), fault.detail());
	}

	@Override
	public void close() {
		this.batcher.close();
	}

	/// @param context of the log lines about the request
	private record Wanted(IdempotentRequest request, Asking asking, Reader reader, Map<String, String> context) {

		int lines() {
			return this.asking.basket().items().size();
		}

	}

}
