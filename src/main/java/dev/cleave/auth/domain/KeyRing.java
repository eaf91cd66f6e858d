package dev.cleave.auth.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.cleave.auth.domain.KeySheet.State;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The signing keys, in the order in which their time comes. Whether it has come is judged by the database's clock, so
/// that all nodes sign with the same one.
@Repository
class KeyRing {

	private static final String ORDER = " ORDER BY used_from DESC, kid DESC";

	private final JdbcClient jdbc;

	KeyRing(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Nobody else changes anything here until the end of the transaction. Reading goes
	/// on.
	void hold() {
		this.jdbc.sql("LOCK TABLE signing_key IN SHARE ROW EXCLUSIVE MODE").update();
	}

	void add(String kid, String sealed, Duration lead) {
		this.jdbc.sql("""
				INSERT INTO signing_key (kid, jwk, created_at, used_from)
				VALUES (:kid, :jwk, now(), now() + :lead * interval '1 second')
				""").param("kid", kid).param("jwk", sealed).param("lead", lead.toSeconds()).update();
	}

	void reseal(String kid, String sealed) {
		this.jdbc.sql("UPDATE signing_key SET jwk = :jwk WHERE kid = :kid")
			.param("kid", kid)
			.param("jwk", sealed)
			.update();
	}

	/// The key that signs now.
	Optional<String> signing() {
		return this.jdbc.sql("SELECT kid FROM signing_key WHERE used_from <= now()" + ORDER + " LIMIT 1")
			.query((row, number) -> row.getString("kid"))
			.optional();
	}

	/// Sealed.
	Optional<String> privateHalf(String kid) {
		return this.jdbc.sql("SELECT jwk FROM signing_key WHERE kid = ?")
			.param(kid)
			.query((row, number) -> row.getString("jwk"))
			.optional();
	}

	/// The one that comes last stands first.
	List<KeySheet> all() {
		return this.jdbc.sql("""
				SELECT kid, created_at, used_from, used_from > now() AS waits,
					lag(used_from) OVER (ORDER BY used_from DESC, kid DESC) <= now() AS is_followed
				FROM signing_key""" + ORDER).query((row, number) -> sheet(row)).list();
	}

	/// Whether it is time to tell of another key, if the last one is to be used for no
	/// longer than this.
	boolean isDue(Duration lifetime, Duration lead) {
		return this.jdbc.sql("""
				SELECT coalesce(max(used_from) <= now() - :age * interval '1 second', true) AS due FROM signing_key
				""")
			.param("age", lifetime.minus(lead).toSeconds())
			.query((row, number) -> row.getBoolean("due"))
			.single();
	}

	/// Takes away keys whose successor has signed for so long.
	///
	/// @return their names
	List<String> removeFollowed(Duration since) {
		return this.jdbc.sql("""
				DELETE FROM signing_key AS key WHERE EXISTS (
					SELECT FROM signing_key AS next
					WHERE (next.used_from, next.kid) > (key.used_from, key.kid)
						AND next.used_from <= now() - :since * interval '1 second')
				RETURNING kid
				""").param("since", since.toSeconds()).query((row, number) -> row.getString("kid")).list();
	}

	List<String> removeAllBut(String kid) {
		return this.jdbc.sql("DELETE FROM signing_key WHERE kid <> ? RETURNING kid")
			.param(kid)
			.query((row, number) -> row.getString("kid"))
			.list();
	}

	private static KeySheet sheet(ResultSet row) throws SQLException {
		var state = row.getBoolean("waits") ? State.WAITING
				: row.getBoolean("is_followed") ? State.FORMER : State.SIGNING;
		return new KeySheet(row.getString("kid"), row.getTimestamp("created_at").toInstant(),
				row.getTimestamp("used_from").toInstant(), state);
	}

}
