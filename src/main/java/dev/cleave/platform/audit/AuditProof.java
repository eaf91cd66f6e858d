package dev.cleave.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Follows the chain of one module, link by link, and notes what does not follow.
final class AuditProof {

	private final List<AuditDiscrepancy> first = new ArrayList<>();

	private long discrepancies;

	private long sequence;

	private byte[] hash = new byte[32];

	/// The last link that was followed.
	long sequence() {
		return this.sequence;
	}

	/// @param row a link with its entry, if that is still there
	void follow(ResultSet row) throws SQLException {
		var link = row.getLong("sequence");
		var previous = row.getBytes("previous");
		var stored = row.getBytes("hash");
		if (link != this.sequence + 1) {
			note(null, this.sequence + 1,
					"the links from %d to %d were removed".formatted(this.sequence + 1, link - 1));
		}
		else if (!Arrays.equals(previous, this.hash)) {
			note(null, link, "it does not follow from the link before");
		}
		if (row.getObject("id") == null) {
			note(row.getLong("entry"), link, "the entry was removed");
		}
		else if (!Arrays.equals(stored, AuditChain.next(previous, AuditEntry.of(row)))) {
			note(row.getLong("entry"), link, "the entry or its link was changed");
		}
		this.sequence = link;
		this.hash = stored;
	}

	/// @param head what the chain's end is said to be; null where nothing is said any
	/// more
	void conclude(@Nullable Head head) {
		if (head == null) {
			note(null, null, "the record of the chain's end was removed");
		}
		else if (head.sequence() != this.sequence || !Arrays.equals(head.hash(), this.hash)) {
			note(null, this.sequence,
					"the chain ends here, and it should end at link %d, %s".formatted(head.sequence(), head.text()));
		}
	}

	/// @param remembered the end of the chain when it was looked at last time
	/// @param found the hash of that link now; null where it is gone
	void compare(Head remembered, byte @Nullable [] found) {
		if (found == null || !Arrays.equals(remembered.hash(), found)) {
			note(null, remembered.sequence(), "this link is no longer what it was when it was verified last");
		}
	}

	void note(@Nullable Long entry, @Nullable Long link, String what) {
		this.discrepancies++;
		if (this.first.size() < AuditVerdict.KEPT) {
			this.first.add(new AuditDiscrepancy(entry, link, what));
		}
	}

	Head end() {
		return new Head(this.sequence, this.hash);
	}

	long discrepancies() {
		return this.discrepancies;
	}

	List<AuditDiscrepancy> first() {
		return List.copyOf(this.first);
	}

	/// The end of a chain.
	record Head(long sequence, byte[] hash) {

		String text() {
			return HexFormat.of().formatHex(this.hash);
		}

	}

}
