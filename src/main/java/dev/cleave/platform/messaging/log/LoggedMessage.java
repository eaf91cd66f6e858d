package dev.cleave.platform.messaging.log;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;

/// One entry of a module's log, its payload still in JSON.
public record LoggedMessage(String source, short partition, long position, UUID id, String kind, String type,
		String subject, long sequence, Instant time, @Nullable String traceparent, String data) {

	/// Reads a row of `event_log` or `parked`.
	public static RowMapper<LoggedMessage> rowOf(@Nullable String source) {
		return (row, number) -> new LoggedMessage((source != null) ? source : row.getString("source"),
				row.getShort("partition"), row.getLong("position"), row.getObject("message_id", UUID.class),
				row.getString("kind"), row.getString("type"), row.getString("subject"), row.getLong("sequence"),
				row.getObject("time", OffsetDateTime.class).toInstant(), row.getString("traceparent"),
				row.getString("data"));
	}

}
