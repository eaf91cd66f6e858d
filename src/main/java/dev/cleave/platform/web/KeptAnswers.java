package dev.cleave.platform.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The answers a module keeps, in its own table `idempotency_key`.
class KeptAnswers {

	private static final TypeReference<Map<String, List<String>>> HEADERS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	KeptAnswers(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/// Takes keys for this transaction and returns those that nobody had. The locks are
	/// what makes a rival give up at once instead of waiting for the unique index.
	Set<IdempotentRequest> claim(List<IdempotentRequest> requests, Instant now) {
		var free = new HashMap<Name, IdempotentRequest>();
		requests.forEach(request -> free.putIfAbsent(Name.of(request.key()), request));
		return Set.copyOf(this.jdbc.sql("""
				INSERT INTO idempotency_key (caller, route, key, request_hash, created_at)
				SELECT caller, route, key, request_hash, ?::timestamptz
				FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::bytea[])
					AS r (lock, caller, route, key, request_hash)
				WHERE pg_try_advisory_xact_lock(lock)
				ON CONFLICT DO NOTHING
				RETURNING caller, route, key""")
			.param(now.toString())
			.param(free.values().stream().map(request -> RequestHash.lock(request.key())).toArray(Long[]::new))
			.param(free.values().stream().map(request -> request.key().caller()).toArray(String[]::new))
			.param(free.values().stream().map(request -> request.key().route()).toArray(String[]::new))
			.param(free.values().stream().map(request -> request.key().value()).toArray(String[]::new))
			.param(free.values().stream().map(IdempotentRequest::hash).toArray(byte[][]::new))
			.query((row, number) -> Objects.requireNonNull(
					free.get(new Name(row.getString("caller"), row.getString("route"), row.getString("key")))))
			.list());
	}

	void keep(Map<IdempotentRequest, KeptAnswer> answers) {
		var keys = answers.keySet().stream().map(IdempotentRequest::key).toList();
		this.jdbc.sql("""
				UPDATE idempotency_key i SET status = a.status, headers = a.headers, body = a.body
				FROM unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::bytea[])
					AS a (caller, route, key, status, headers, body)
				WHERE i.caller = a.caller AND i.route = a.route AND i.key = a.key""")
			.param(keys.stream().map(IdempotencyKey::caller).toArray(String[]::new))
			.param(keys.stream().map(IdempotencyKey::route).toArray(String[]::new))
			.param(keys.stream().map(IdempotencyKey::value).toArray(String[]::new))
			.param(answers.values().stream().map(KeptAnswer::status).toArray(Integer[]::new))
			.param(answers.values()
				.stream()
				.map(answer -> this.json.writeValueAsString(answer.headers()))
				.toArray(String[]::new))
			.param(answers.values().stream().map(KeptAnswer::body).toArray(byte[][]::new))
			.update();
	}

	/// Gives keys back that were claimed in this transaction.
	void giveBack(Collection<IdempotentRequest> requests) {
		var keys = requests.stream().map(IdempotentRequest::key).toList();
		this.jdbc.sql("""
				DELETE FROM idempotency_key i USING unnest(?::text[], ?::text[], ?::text[]) AS a (caller, route, key)
				WHERE i.caller = a.caller AND i.route = a.route AND i.key = a.key""")
			.param(keys.stream().map(IdempotencyKey::caller).toArray(String[]::new))
			.param(keys.stream().map(IdempotencyKey::route).toArray(String[]::new))
			.param(keys.stream().map(IdempotencyKey::value).toArray(String[]::new))
			.update();
	}

	/// What was answered to the first request with this key; empty while that is still
	/// being worked on. It is locked, so that the commit waits until a synchronous
	/// standby
	/// has it, too: somebody may have cancelled the wait of the first one.
	Optional<KeptAnswer> find(IdempotentRequest request) {
		var key = request.key();
		return this.jdbc.sql("""
				SELECT request_hash, status, headers, body FROM idempotency_key
				WHERE caller = :caller AND route = :route AND key = :key FOR KEY SHARE""")
			.param("caller", key.caller())
			.param("route", key.route())
			.param("key", key.value())
			.query((row, number) -> {
				if (!Arrays.equals(row.getBytes("request_hash"), request.hash())) {
					throw new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused",
							"This Idempotency-Key was used for another request.");
				}
				return new KeptAnswer(row.getInt("status"), this.json.readValue(row.getString("headers"), HEADERS),
						row.getBytes("body"));
			})
			.optional();
	}

	int purge(Instant before, int limit) {
		return this.jdbc.sql("""
				DELETE FROM idempotency_key WHERE ctid = ANY (ARRAY(
					SELECT ctid FROM idempotency_key WHERE created_at < :before LIMIT :limit))""")
			.param("before", java.sql.Timestamp.from(before))
			.param("limit", limit)
			.update();
	}

	/// @param value of the key, which counts for one caller and one route
	private record Name(String caller, String route, String value) {

		static Name of(IdempotencyKey key) {
			return new Name(key.caller(), key.route(), key.value());
		}

	}

}
