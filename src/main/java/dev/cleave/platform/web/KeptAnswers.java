package dev.cleave.platform.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

	/// Takes the key for this transaction. The lock is what makes a rival give up at once
	/// instead of waiting for the unique index.
	boolean claim(IdempotencyKey key, byte[] hash, Instant now) {
		return this.jdbc.sql("""
				WITH gate AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(:lock) AS open)
				INSERT INTO idempotency_key (caller, route, key, request_hash, created_at)
				SELECT :caller, :route, :key, :hash, :now FROM gate WHERE open
				ON CONFLICT DO NOTHING""")
			.param("lock", RequestHash.lock(key))
			.param("caller", key.caller())
			.param("route", key.route())
			.param("key", key.value())
			.param("hash", hash)
			.param("now", java.sql.Timestamp.from(now))
			.update() == 1;
	}

	void keep(IdempotencyKey key, KeptAnswer answer) {
		this.jdbc.sql("""
				UPDATE idempotency_key SET status = :status, headers = :headers, body = :body
				WHERE caller = :caller AND route = :route AND key = :key""")
			.param("status", answer.status())
			.param("headers", this.json.writeValueAsString(answer.headers()))
			.param("body", answer.body())
			.param("caller", key.caller())
			.param("route", key.route())
			.param("key", key.value())
			.update();
	}

	/// What was answered to the first request with this key; empty while that is still
	/// being worked on.
	Optional<KeptAnswer> find(IdempotencyKey key, byte[] hash) {
		return this.jdbc.sql("""
				SELECT request_hash, status, headers, body FROM idempotency_key
				WHERE caller = :caller AND route = :route AND key = :key""")
			.param("caller", key.caller())
			.param("route", key.route())
			.param("key", key.value())
			.query((row, number) -> {
				if (!Arrays.equals(row.getBytes("request_hash"), hash)) {
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

}
