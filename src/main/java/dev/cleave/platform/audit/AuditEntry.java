package dev.cleave.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// An entry as it stands in the database.
///
/// @param details a flat JSON object
record AuditEntry(long id, Instant time, String actorKind, @Nullable String actor, String action, String subject,
		String outcome, @Nullable String reason, @Nullable String address, @Nullable String trace,
		@Nullable String details) {

	/// Those that are read here.
	static final String COLUMNS = "id, time, actor_kind, actor, action, subject, outcome, reason, address, trace, details";

	static AuditEntry of(ResultSet row) throws SQLException {
		return new AuditEntry(row.getLong("id"),
				Objects.requireNonNull(row.getObject("time", OffsetDateTime.class)).toInstant(),
				row.getString("actor_kind"), row.getString("actor"), row.getString("action"), row.getString("subject"),
				row.getString("outcome"), row.getString("reason"), row.getString("address"), row.getString("trace"),
				row.getString("details"));
	}

	/// All that it says, in the order in which it is hashed; the time in microseconds
	/// since
	/// 1970.
	List<@Nullable String> fields() {
		return Arrays.asList(Long.toString(this.id), Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, this.time)),
				this.actorKind, this.actor, this.action, this.subject, this.outcome, this.reason, this.address,
				this.trace, this.details);
	}

}
