package dev.cleave.auth.domain;

import java.time.Duration;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Registrations that wait for their link to be followed. Several may wait for one address; the first link that is
/// followed takes the others along.
@Repository
class PendingRegistrations {

	private final JdbcClient jdbc;

	private final Duration lifetime;

	PendingRegistrations(JdbcClient jdbc, AccountSettings settings) {
		this.jdbc = jdbc;
		this.lifetime = settings.linkLifetime();
	}

	void add(OneTimeToken token, PendingRegistration wanted) {
		this.jdbc.sql("""
				INSERT INTO pending_registration (token_hash, email, name, password_hash, expires_at)
				VALUES (?, ?, ?, ?, now() + ? * interval '1 ms')
				""")
			.param(token.hash())
			.param(wanted.email().value())
			.param(wanted.name())
			.param(wanted.passwordHash())
			.param(this.lifetime.toMillis())
			.update();
	}

	/// How many there were in this quarter of an hour by the clock, or however long a
	/// link is good. It begins anew for everybody, so that whoever goes on asking can't
	/// keep all letters from an address.
	int recent(EmailAddress email) {
		return this.jdbc.sql("""
				SELECT count(*) FROM pending_registration, (SELECT ? * interval '1 ms' AS length) AS span
				WHERE email = ? AND expires_at - length >= date_bin(length, now(), to_timestamp(0))
				""")
			.param(this.lifetime.toMillis())
			.param(email.value())
			.query((row, number) -> row.getInt(1))
			.single();
	}

	/// Uses the link up, if it is still good.
	Optional<PendingRegistration> take(OneTimeToken token) {
		return this.jdbc.sql("""
				DELETE FROM pending_registration WHERE token_hash = ? AND expires_at > now()
				RETURNING email, name, password_hash
				""")
			.param(token.hash())
			.query((row, number) -> new PendingRegistration(new EmailAddress(row.getString(1)), row.getString(2),
					row.getString(3)))
			.optional();
	}

	/// @return how many there were
	int forget(EmailAddress email) {
		return this.jdbc.sql("DELETE FROM pending_registration WHERE email = ?").param(email.value()).update();
	}

	/// @return how many there were, at most as many as may be
	int purge(int atMost) {
		return this.jdbc.sql("""
				DELETE FROM pending_registration WHERE token_hash IN (
					SELECT token_hash FROM pending_registration WHERE expires_at < now() ORDER BY expires_at LIMIT ?
					FOR UPDATE SKIP LOCKED)
				""").param(atMost).update();
	}

}
