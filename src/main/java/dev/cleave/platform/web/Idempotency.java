package dev.cleave.platform.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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
/// effect, so that both are there or neither is. Whoever injects this gets the one of its own module.
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
	/// @param request the body asked with; a repeat with another one is refused (422)
	/// @throws ProblemException 409 while the first request is in flight
	public ResponseEntity<?> once(IdempotencyKey key, Object request, Supplier<? extends ResponseEntity<?>> work) {
		var hash = RequestHash.of(key, request);
		var first = this.transaction.<@Nullable ResponseEntity<?>>execute(status -> attempt(key, hash, work, status));
		return (first != null) ? first : replay(key, hash);
	}

	/// What was answered to an earlier request with this key. It is for work that must
	/// not happen within a transaction: ask first, work, then keep the answer by
	/// [#once]. Rivals may both work, so the work itself must bear a repetition.
	public Optional<ResponseEntity<?>> earlier(IdempotencyKey key, Object request) {
		var hash = RequestHash.of(key, request);
		return this.transaction.execute(status -> this.answers.find(key, hash)).map(KeptAnswer::replay);
	}

	private @Nullable ResponseEntity<?> attempt(IdempotencyKey key, byte[] hash,
			Supplier<? extends ResponseEntity<?>> work, TransactionStatus status) {
		if (!this.answers.claim(key, hash, this.clock.instant())) {
			return null;
		}
		var answer = work.get();
		if (!isKept(answer)) {
			status.setRollbackOnly();
			return answer;
		}
		var rendered = render(answer);
		this.answers.keep(key, rendered);
		return rendered.response();
	}

	private ResponseEntity<?> replay(IdempotencyKey key, byte[] hash) {
		return this.transaction.execute(status -> this.answers.find(key, hash))
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
