package dev.cleave.auth.domain;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The second factors of accounts, with their secrets sealed. What is used is used up in one statement, so that of two who
/// show the same code at the same moment, on two nodes, one is late.
@Repository
class SecondFactors {

	private final JdbcClient jdbc;

	SecondFactors(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Keeps a secret that is to be confirmed, in place of an earlier one that never was.
	///
	/// @return false if there is one that counts, or no such person any more
	boolean begin(UUID account, String secret) {
		return this.jdbc.sql("""
				INSERT INTO second_factor (account_id, secret, begun_at)
				SELECT id, ?, now() FROM account WHERE id = ? AND email IS NOT NULL FOR SHARE
				ON CONFLICT (account_id) DO UPDATE SET secret = EXCLUDED.secret, begun_at = EXCLUDED.begun_at
				WHERE second_factor.confirmed_at IS NULL
				""").param(secret).param(account).update() == 1;
	}

	Optional<Kept> find(UUID account) {
		return this.jdbc.sql("""
				SELECT secret, confirmed_at,
					(SELECT count(*) FROM recovery_code r WHERE r.account_id = f.account_id) AS recovery_codes
				FROM second_factor f WHERE account_id = ?
				""")
			.param(account)
			.query((row, number) -> new Kept(row.getString("secret"),
					row.getObject("confirmed_at", OffsetDateTime.class), row.getInt("recovery_codes")))
			.optional();
	}

	/// @return false if another secret has taken its place, or it counts already
	boolean confirm(UUID account, String secret, long step) {
		return this.jdbc.sql("""
				UPDATE second_factor SET confirmed_at = now(), last_step = ?
				WHERE account_id = ? AND secret = ? AND confirmed_at IS NULL
				""").param(step).param(account).param(secret).update() == 1;
	}

	/// @return false if a code of this step, or of a later one, has been used before
	boolean use(UUID account, long step) {
		return this.jdbc.sql("""
				UPDATE second_factor SET last_step = ?
				WHERE account_id = ? AND confirmed_at IS NOT NULL AND last_step < ?
				""").param(step).param(account).param(step).update() == 1;
	}

	/// @return false if there is no such code, or no longer
	boolean use(UUID account, RecoveryCode code) {
		return this.jdbc.sql("DELETE FROM recovery_code WHERE account_id = ? AND hash = ?")
			.param(account)
			.param(code.hash())
			.update() == 1;
	}

	/// In place of all that there were.
	void keep(UUID account, Collection<RecoveryCode> codes) {
		this.jdbc.sql("DELETE FROM recovery_code WHERE account_id = ?").param(account).update();
		this.jdbc.sql("INSERT INTO recovery_code (account_id, hash) SELECT ?, unnest(?::text[])")
			.param(account)
			.param(codes.stream().map(RecoveryCode::hash).toArray(String[]::new))
			.update();
	}

	/// Those after this account, in the order of the accounts.
	List<Sealed> after(UUID account, int limit) {
		return this.jdbc
			.sql("SELECT account_id, secret FROM second_factor WHERE account_id > ? ORDER BY account_id LIMIT ?")
			.param(account)
			.param(limit)
			.query((row, number) -> new Sealed(row.getObject("account_id", UUID.class), row.getString("secret")))
			.list();
	}

	/// The same secret in another seal, unless somebody has begun another one.
	void reseal(Sealed former, String secret) {
		this.jdbc.sql("UPDATE second_factor SET secret = ? WHERE account_id = ? AND secret = ?")
			.param(secret)
			.param(former.account())
			.param(former.secret())
			.update();
	}

	/// Waits for whoever begins one at this moment, and with the account locked nobody
	/// begins another until the end of the transaction.
	///
	/// @return false if there was none that counted
	boolean remove(UUID account) {
		this.jdbc.sql("SELECT id FROM account WHERE id = ? FOR NO KEY UPDATE")
			.param(account)
			.query((row, number) -> row.getString("id"))
			.optional();
		return this.jdbc
			.sql("DELETE FROM second_factor WHERE account_id = ? RETURNING confirmed_at IS NOT NULL AS counted")
			.param(account)
			.query((row, number) -> row.getBoolean("counted"))
			.optional()
			.orElse(false);
	}

	record Sealed(UUID account, String secret) {

		/// Keeps the secret out of logs.
		@Override
		public String toString() {
			return "Sealed[%s]".formatted(this.account);
		}

	}

	/// @param confirmedAt null until it counts
	record Kept(String secret, @Nullable OffsetDateTime confirmedAt, int recoveryCodes) {

		boolean counts() {
			return this.confirmedAt != null;
		}

		/// Keeps the secret out of logs.
		@Override
		public String toString() {
			return "Kept[%s, %s]".formatted(this.confirmedAt, this.recoveryCodes);
		}

	}

}
