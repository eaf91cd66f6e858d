package dev.cleave.platform.audit;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// Gives the entries of one module their links.
final class Sealer {

	private static final int BATCH = 500;

	/// Another node that is at it is left alone.
	private static final String HOLD = "SELECT sequence, hash FROM audit_head FOR UPDATE SKIP LOCKED";

	private static final String UNSEALED = """
			SELECT %s FROM audit_unsealed JOIN audit_entry ON id = entry ORDER BY id LIMIT ?
			""".formatted(AuditEntry.COLUMNS);

	private static final String LINK = """
			INSERT INTO audit_link (sequence, entry, previous, hash)
			SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[])
			""";

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	Sealer(JdbcClient jdbc, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	/// Seals all there is, unless another node is at it.
	void seal() {
		while (isAnythingUnsealed() && Integer.valueOf(BATCH).equals(this.transactions.execute(tx -> sealSome()))) {
			Thread.onSpinWait();
		}
	}

	private boolean isAnythingUnsealed() {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM audit_unsealed)").query(Boolean.class).single();
	}

	private int sealSome() {
		return this.jdbc.sql(HOLD)
			.query((row, number) -> new Head(row.getLong("sequence"), row.getBytes("hash")))
			.optional()
			.map(this::sealFrom)
			.orElse(0);
	}

	private int sealFrom(Head head) {
		var entries = this.jdbc.sql(UNSEALED).param(BATCH).query((row, number) -> AuditEntry.of(row)).list();
		var end = head;
		var links = new ArrayList<Link>();
		for (var entry : entries) {
			var next = new Head(end.sequence() + 1, AuditChain.next(end.hash(), entry));
			links.add(new Link(next.sequence(), entry.id(), end.hash(), next.hash()));
			end = next;
		}
		if (!links.isEmpty()) {
			keep(links, end);
		}
		return links.size();
	}

	private void keep(List<Link> links, Head end) {
		var sealed = links.stream().map(Link::entry).toArray(Long[]::new);
		this.jdbc.sql(LINK)
			.param(links.stream().map(Link::sequence).toArray(Long[]::new))
			.param(sealed)
			.param(links.stream().map(Link::previous).toArray(byte[][]::new))
			.param(links.stream().map(Link::hash).toArray(byte[][]::new))
			.update();
		this.jdbc.sql("UPDATE audit_head SET sequence = ?, hash = ?").param(end.sequence()).param(end.hash()).update();
		this.jdbc.sql("DELETE FROM audit_unsealed WHERE entry = ANY (?)").param(sealed).update();
	}

	private record Head(long sequence, byte[] hash) {
	}

	private record Link(long sequence, long entry, byte[] previous, byte[] hash) {
	}

}
