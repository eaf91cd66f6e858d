package dev.cleave.inventory.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.cleave.inventory.TransferId;
import dev.cleave.inventory.domain.FindingTransfers.Position;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps transfers. One is always locked before its shelves.
@Repository
class Transfers {

	private static final String ADD = """
			INSERT INTO transfer (id, sku, origin, destination, sent, reason, reference, sent_at)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?)
			""";

	private static final String RECEIVE = """
			UPDATE transfer SET received = ?, receipt_reason = ?, received_at = ? WHERE id = ? AND received IS NULL
			""";

	private static final String SELECT = """
			SELECT id, sku, origin, destination, sent, received, reason, reference, receipt_reason, sent_at, received_at
			FROM transfer WHERE""";

	private static final String LIST = SELECT
			+ " (sent_at, id) < (:sentAt, :id)%s%s ORDER BY sent_at DESC, id DESC LIMIT :limit";

	private static final Position NEWEST = new Position(Instant.parse("9999-12-31T23:59:59Z"),
			new TransferId(new UUID(-1, -1)));

	private final JdbcClient jdbc;

	Transfers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(Transfer transfer) {
		this.jdbc.sql(ADD)
			.params(transfer.id().value(), transfer.sku(), transfer.from(), transfer.to(), transfer.sent())
			.param(transfer.reason())
			.param(transfer.reference())
			.param(transfer.sentAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	void receive(Transfer transfer) {
		var changed = this.jdbc.sql(RECEIVE)
			.param(transfer.received())
			.param(transfer.receiptReason())
			.param(offset(transfer.receivedAt()))
			.param(transfer.id().value())
			.update();
		if (changed != 1) {
			throw new ContradictionException("Transfer %s was received before".formatted(transfer.id()));
		}
	}

	Optional<Transfer> find(TransferId id) {
		return find(SELECT + " id = ?", id);
	}

	/// Nobody else can receive it until the transaction ends.
	Optional<Transfer> lock(TransferId id) {
		return find(SELECT + " id = ? FOR UPDATE", id);
	}

	private Optional<Transfer> find(String sql, TransferId id) {
		return this.jdbc.sql(sql).param(id.value()).query((row, number) -> transfer(row)).optional();
	}

	List<Transfer> list(@Nullable TransferStatus status, @Nullable String sku, @Nullable Position after, int limit) {
		var position = (after != null) ? after : NEWEST;
		var statement = this.jdbc.sql(LIST.formatted(in(status), (sku != null) ? " AND sku = :sku" : ""))
			.param("sentAt", position.sentAt().atOffset(ZoneOffset.UTC))
			.param("id", position.id().value())
			.param("limit", limit);
		return ((sku != null) ? statement.param("sku", sku) : statement).query((row, number) -> transfer(row)).list();
	}

	/// In so many words, or the index of those under way is not found.
	private static String in(@Nullable TransferStatus status) {
		return switch (status) {
			case SENT -> " AND received IS NULL";
			case RECEIVED -> " AND received IS NOT NULL";
			case null -> "";
		};
	}

	private static Transfer transfer(ResultSet row) throws SQLException {
		return new Transfer(new TransferId(row.getObject("id", UUID.class)), row.getString("sku"),
				row.getString("origin"), row.getString("destination"), row.getLong("sent"),
				row.getObject("received", Long.class), row.getString("reason"), row.getString("reference"),
				row.getString("receipt_reason"), row.getObject("sent_at", OffsetDateTime.class).toInstant(),
				instant(row.getObject("received_at", OffsetDateTime.class)));
	}

	private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
	}

}
