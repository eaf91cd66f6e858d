package dev.cleave.auth.domain;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who erased whom and when, by ids only. What is written here stays.
@Repository
class ErasureRecords {

	private final JdbcClient jdbc;

	ErasureRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Waits for a rival who erases the same account.
	///
	/// @return whether nobody has erased it before
	boolean add(UUID account, String by) {
		return this.jdbc.sql("""
				INSERT INTO erasure (account_id, erased_by, erased_at) VALUES (?, ?, now())
				ON CONFLICT (account_id) DO NOTHING
				""").param(account).param(by).update() == 1;
	}

}
