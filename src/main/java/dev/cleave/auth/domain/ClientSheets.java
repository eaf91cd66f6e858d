package dev.cleave.auth.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is asked of machine clients, past their aggregate. Whether something has ended is judged by the database's clock.
@Repository
class ClientSheets {

	private static final String SHEET = """
			SELECT c.client_id, c.name, c.scopes, c.created_at, c.expires_at, c.version, last_used_at,
				CASE WHEN former_secret_until > now() THEN former_secret_until END AS former_until
			FROM machine_client AS c LEFT JOIN machine_client_use AS u ON u.client_id = c.client_id
			""";

	private final JdbcClient jdbc;

	ClientSheets(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<ClientSheet> find(String clientId) {
		return this.jdbc.sql(SHEET + "WHERE c.client_id = ?")
			.param(clientId)
			.query((row, number) -> sheet(row))
			.optional();
	}

	/// The youngest first.
	List<ClientSheet> list(@Nullable ClientPlace before, int limit) {
		return this.jdbc.sql(SHEET + """
				WHERE CAST(:id AS text) IS NULL OR (created_at, c.client_id) < (CAST(:time AS timestamptz), :id)
				ORDER BY created_at DESC, c.client_id DESC LIMIT :limit
				""")
			.param("time", (before != null) ? before.createdAt().toString() : null)
			.param("id", (before != null) ? before.clientId() : null)
			.param("limit", limit)
			.query((row, number) -> sheet(row))
			.list();
	}

	/// Who may get a token now.
	Optional<Machine> machine(String clientId) {
		return this.jdbc.sql("""
				SELECT client_id, name, scopes, secret_hash,
					CASE WHEN former_secret_until > now() THEN former_secret_hash END AS former_hash
				FROM machine_client WHERE client_id = ? AND (expires_at IS NULL OR expires_at > now())
				""").param(clientId).query((row, number) -> machine(row)).optional();
	}

	/// Locks in the order of the ids, so that nodes that write at the same time don't get
	/// in each other's way. A client that has gone meanwhile is left out.
	void used(Collection<String> clientIds) {
		this.jdbc
			.sql("""
					INSERT INTO machine_client_use (client_id, last_used_at)
					SELECT client_id, now() FROM machine_client WHERE client_id = ANY (:ids) ORDER BY client_id FOR KEY SHARE
					ON CONFLICT (client_id) DO UPDATE SET last_used_at = now()
					""")
			.param("ids", clientIds.toArray(String[]::new))
			.update();
	}

	private static Machine machine(ResultSet row) throws SQLException {
		var hashes = Stream.of(row.getString("secret_hash"), row.getString("former_hash"))
			.filter(Objects::nonNull)
			.toList();
		return new Machine(row.getString("client_id"), row.getString("name"), Scope.split(row.getString("scopes")),
				hashes);
	}

	private static ClientSheet sheet(ResultSet row) throws SQLException {
		return new ClientSheet(row.getString("client_id"), row.getString("name"), Scope.split(row.getString("scopes")),
				row.getTimestamp("created_at").toInstant(), instant(row.getTimestamp("expires_at")),
				instant(row.getTimestamp("former_until")), instant(row.getTimestamp("last_used_at")),
				row.getLong("version"));
	}

	private static @Nullable Instant instant(@Nullable Timestamp time) {
		return (time != null) ? time.toInstant() : null;
	}

}
