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

	void add(UUID account, String by) {
		this.jdbc.sql("INSERT INTO erasure (account_id, erased_by, erased_at) VALUES (?, ?, now())")
			.param(account)
			.param(by)
			.update();
	}

}
