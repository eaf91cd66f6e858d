package dev.cleave.platform.audit;

import java.time.Clock;
import java.util.Optional;

import dev.cleave.platform.audit.AuditProof.Head;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Goes through the whole audit trail of one module and says what does not add up. Links and entries never change, so it
/// reads them page by page and keeps no moment of the database open.
final class Verification {

	private static final int PAGE = 5_000;

	private static final String LINKS = """
			SELECT sequence, entry, previous, hash, %s FROM audit_link LEFT JOIN audit_entry ON id = entry
			WHERE sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ?
			""".formatted(AuditEntry.COLUMNS);

	private static final String BEYOND = """
			SELECT min(sequence) FROM audit_link WHERE sequence > (SELECT sequence FROM audit_head)
			""";

	private static final String ASTRAY = """
			SELECT entry.id, CASE WHEN waiting.entry IS NULL THEN 'the entry has no link and waits for none'
				ELSE 'the entry waits for its link' END AS what
			FROM audit_entry AS entry LEFT JOIN audit_unsealed AS waiting ON waiting.entry = entry.id
			WHERE NOT EXISTS (SELECT FROM audit_link WHERE audit_link.entry = entry.id)
				AND (waiting.entry IS NULL OR entry.time < clock_timestamp() - interval '10 minutes')
			UNION ALL
			SELECT entry, 'the entry was removed before it had a link' FROM audit_unsealed
			WHERE NOT EXISTS (SELECT FROM audit_entry WHERE audit_entry.id = audit_unsealed.entry)
			ORDER BY 1 LIMIT 10000
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	private volatile @Nullable AuditVerdict last;

	private volatile @Nullable Head seen;

	Verification(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/// What this node found last; nothing before the first time.
	Optional<AuditVerdict> last() {
		return Optional.ofNullable(this.last);
	}

	/// Takes some seconds for a million entries.
	synchronized AuditVerdict verify() {
		var proof = new AuditProof();
		var head = head();
		follow(proof, (head != null) ? head.sequence() : Long.MAX_VALUE);
		proof.conclude(head);
		this.jdbc.sql(BEYOND)
			.query(Long.class)
			.optional()
			.ifPresent(link -> proof.note(null, link, "this link is beyond the chain's end"));
		this.jdbc.sql(ASTRAY).query(row -> {
			proof.note(row.getLong("id"), null, row.getString("what"));
		});
		compare(proof);
		var verdict = new AuditVerdict(this.clock.instant(), proof.end().sequence(), proof.end().text(),
				proof.discrepancies(), proof.first());
		this.last = verdict;
		return verdict;
	}

	private void follow(AuditProof proof, long end) {
		var before = -1L;
		while (before < proof.sequence() && proof.sequence() < end) {
			before = proof.sequence();
			this.jdbc.sql(LINKS).param(before).param(end).param(PAGE).query(proof::follow);
		}
	}

	/// Who makes the whole chain anew, or cuts off its end, does not know what this
	/// process
	/// saw before.
	private void compare(AuditProof proof) {
		var remembered = this.seen;
		if (remembered != null) {
			proof.compare(remembered,
					this.jdbc.sql("SELECT hash FROM audit_link WHERE sequence = ?")
						.param(remembered.sequence())
						.query((row, number) -> row.getBytes("hash"))
						.optional()
						.orElse(null));
		}
		this.seen = (proof.sequence() > 0) ? proof.end() : null;
	}

	private @Nullable Head head() {
		return this.jdbc.sql("SELECT sequence, hash FROM audit_head")
			.query((row, number) -> new Head(row.getLong("sequence"), row.getBytes("hash")))
			.optional()
			.orElse(null);
	}

}
