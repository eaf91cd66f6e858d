package dev.cleave.platform.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.cleave.platform.Fail;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/// Does what a request asks for once, however often it is sent. The key is written first, in the transaction of the
/// effect, so that both are there or neither is. What a deadlock undid is done again. Whoever injects this gets the one of
/// its own module.
public class Idempotency {

	public static final String REPLAYED = "Idempotency-Replayed";

	private final KeptAnswers answers;

	private final TransactionOperations transaction;

	private final JsonMapper json;

	private final Clock clock;

	Idempotency(KeptAnswers answers, TransactionOperations transaction, JsonMapper json, Clock clock) {
		this.answers = answers;
		this.transaction = transaction;
		this.json = json;
		this.clock = clock;
	}

	/// Answers with what `work` returns, or with what it returned the first time, byte
	/// for byte. Kept are answers of 2xx and 409; with any other answer, and with an
	/// exception, the transaction rolls back and nothing is remembered.
	///
	/// @param body asked with; a repeat with another one is refused (422)
	/// @throws ProblemException 409 while the first request is in flight
	public ResponseEntity<?> once(IdempotencyKey key, Object body, Supplier<? extends ResponseEntity<?>> work) {
		return once(new IdempotentRequest(key, body), work);
	}

	public ResponseEntity<?> once(IdempotentRequest request, Supplier<? extends ResponseEntity<?>> work) {
		var first = this.transaction.<@Nullable ResponseEntity<?>>execute(status -> attempt(request, work, status));
		return (first != null) ? first : replay(request);
	}

	/// The same for many requests in one transaction, which rolls back with an exception
	/// only.
	///
	/// @param work answers those that are the first with their key, each by its answer;
	/// where that is neither 2xx nor 409 it must have done nothing
	/// @return the answers in order; empty for those that may be repeats and have to be
	/// sent [#once]
	public List<Optional<ResponseEntity<?>>> together(List<IdempotentRequest> requests,
			Function<Set<IdempotentRequest>, Map<IdempotentRequest, ResponseEntity<?>>> work) {
		return Objects.requireNonNull(this.transaction.execute(status -> {
			var first = this.answers.claim(requests, this.clock.instant());
			Fail.point("idempotency.claimed");
			var answers = first.isEmpty() ? Map.<IdempotentRequest, ResponseEntity<?>>of() : keep(work.apply(first));
			return requests.stream()
				.<Optional<ResponseEntity<?>>>map(request -> Optional.ofNullable(answers.get(request)))
				.toList();
		}));
	}

	/// Returns what goes over the wire.
	private Map<IdempotentRequest, ResponseEntity<?>> keep(Map<IdempotentRequest, ResponseEntity<?>> answers) {
		var kept = new LinkedHashMap<IdempotentRequest, KeptAnswer>();
		var sent = new HashMap<IdempotentRequest, ResponseEntity<?>>();
		var free = new ArrayList<IdempotentRequest>();
		answers.forEach((request, answer) -> {
			if (isKept(answer)) {
				var rendered = render(answer);
				kept.put(request, rendered);
				sent.put(request, rendered.response());
			}
			else {
				free.add(request);
				sent.put(request, answer);
			}
		});
		if (!kept.isEmpty()) {
			this.answers.keep(kept);
		}
		if (!free.isEmpty()) {
			this.answers.giveBack(free);
		}
		return sent;
	}

	/// What was answered to an earlier request with this key. It is for work that must
	/// not happen within a transaction: ask first, work, then keep the answer by
	/// [#once]. Rivals may both work, so the work itself must bear a repetition.
	public Optional<ResponseEntity<?>> earlier(IdempotencyKey key, Object body) {
		var request = new IdempotentRequest(key, body);
		return this.transaction.execute(status -> this.answers.find(request)).map(KeptAnswer::replay);
	}

	private @Nullable ResponseEntity<?> attempt(IdempotentRequest request, Supplier<? extends ResponseEntity<?>> work,
			TransactionStatus status) {
		if (this.answers.claim(List.of(request), this.clock.instant()).isEmpty()) {
			return null;
		}
		var answer = work.get();
		if (!isKept(answer)) {
			status.setRollbackOnly();
			return answer;
		}
		var rendered = render(answer);
		this.answers.keep(Map.of(request, rendered));
		Fail.point("idempotency.kept");
		return rendered.response();
	}

	private ResponseEntity<?> replay(IdempotentRequest request) {
		return this.transaction.execute(status -> this.answers.find(request))
			.orElseThrow(() -> new ProblemException(HttpStatus.CONFLICT, "idempotency-in-flight",
					"The first request with this Idempotency-Key is still being worked on.")
				.retryAfter(1))
			.replay();
	}

	private KeptAnswer render(ResponseEntity<?> answer) {
		var headers = new LinkedHashMap<String, List<String>>();
		answer.getHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
		var body = answer.getBody();
		if (body == null) {
			return new KeptAnswer(answer.getStatusCode().value(), headers, null);
		}
		headers.computeIfAbsent(HttpHeaders.CONTENT_TYPE, name -> new ArrayList<>(List.of(contentType(body))));
		return new KeptAnswer(answer.getStatusCode().value(), headers, this.json.writeValueAsBytes(body));
	}

	private static boolean isKept(ResponseEntity<?> answer) {
		return answer.getStatusCode().is2xxSuccessful() || answer.getStatusCode().isSameCodeAs(HttpStatus.CONFLICT);
	}

	private static String contentType(Object body) {
		return (body instanceof ProblemDetail) ? MediaType.APPLICATION_PROBLEM_JSON_VALUE
				: MediaType.APPLICATION_JSON_VALUE;
	}

}
