package dev.cleave.auth.domain;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The one-time tokens that were sent to holders of accounts, by their hashes. The database's clock says how long they
/// are good.
@Repository
class AccountTokens {

	private final JdbcClient jdbc;

	private final Duration lifetime;

	AccountTokens(JdbcClient jdbc, AccountSettings settings) {
		this.jdbc = jdbc;
		this.lifetime = settings.linkLifetime();
	}

	/// Takes turns with whoever erases the account, so that an erased one has none.
	void add(OneTimeToken token, UUID account, Purpose purpose) {
		this.jdbc.sql("""
				INSERT INTO account_token (token_hash, account_id, purpose, expires_at)
				SELECT ?, id, ?, now() + ? * interval '1 ms'
				FROM (SELECT id FROM account WHERE id = ? AND email IS NOT NULL FOR NO KEY UPDATE) AS known
				""").param(token.hash()).param(purpose.name()).param(this.lifetime.toMillis()).param(account).update();
	}

	/// How many the account was sent lately.
	int recent(UUID account, Purpose purpose) {
		return this.jdbc
			.sql("SELECT count(*) FROM account_token WHERE account_id = ? AND purpose = ? AND expires_at > now()")
			.param(account)
			.param(purpose.name())
			.query((row, number) -> row.getInt(1))
			.single();
	}

	/// Whose it is, if it is still good.
	Optional<UUID> holder(OneTimeToken token, Purpose purpose) {
		return this.jdbc
			.sql("SELECT account_id FROM account_token WHERE token_hash = ? AND purpose = ? AND expires_at > now()")
			.param(token.hash())
			.param(purpose.name())
			.query((row, number) -> UUID.fromString(row.getString(1)))
			.optional();
	}

	/// Uses it up. Of several at once one gets it.
	Optional<UUID> take(OneTimeToken token, Purpose purpose) {
		return this.jdbc.sql("""
				DELETE FROM account_token WHERE token_hash = ? AND purpose = ? AND expires_at > now()
				RETURNING account_id
				""")
			.param(token.hash())
			.param(purpose.name())
			.query((row, number) -> UUID.fromString(row.getString(1)))
			.optional();
	}

	void forget(UUID account) {
		this.jdbc.sql("DELETE FROM account_token WHERE account_id = ?").param(account).update();
	}

	/// @return how many there were, at most as many as may be
	int purge(int atMost) {
		return this.jdbc.sql("""
				DELETE FROM account_token WHERE token_hash IN (
					SELECT token_hash FROM account_token WHERE expires_at < now() ORDER BY expires_at LIMIT ?
					FOR UPDATE SKIP LOCKED)
				""").param(atMost).update();
	}

	/// What a token is for.
	enum Purpose {

		VERIFICATION, RESET, NOTICE

	}

}
