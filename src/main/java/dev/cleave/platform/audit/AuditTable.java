package dev.cleave.platform.audit;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

/// The entries of one module.
final class AuditTable {

	private static final String ADD = """
			WITH entry AS (
				INSERT INTO audit_entry (actor_kind, actor, action, subject, outcome, reason, address, trace, details)
				VALUES (:kind, :actor, :action, :subject, :outcome, :reason, :address, :trace, :details)
				RETURNING id)
			INSERT INTO audit_unsealed (entry) SELECT id FROM entry
			""";

	private final JdbcClient jdbc;

	AuditTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(Deed deed, Actor actor, @Nullable String address) {
		this.jdbc.sql(ADD)
			.param("kind", actor.kind().name())
			.param("actor", actor.id())
			.param("action", deed.action())
			.param("subject", deed.subject())
			.param("outcome", deed.outcome().name())
			.param("reason", deed.reason())
			.param("address", address)
			.param("trace", MDC.get("traceId"))
			.param("details", deed.details().isEmpty() ? null : JsonMapper.shared().writeValueAsString(deed.details()))
			.update();
	}

}
