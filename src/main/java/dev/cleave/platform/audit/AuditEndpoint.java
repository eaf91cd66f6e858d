package dev.cleave.platform.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.cleave.platform.persistence.Lane;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/// `/actuator/audit`: what the last verification found, by module; `POST` verifies all of them now. `/actuator/audit/auth`
/// has the entries of a module from the youngest, a hundred at a time: those of one `actor`, one `action` or one `subject`,
/// and `before` an entry.
@Component
@Endpoint(id = "audit")
class AuditEndpoint {

	private static final int PAGE = 100;

	private final AuditBooks books;

	AuditEndpoint(AuditBooks books) {
		this.books = books;
	}

	@ReadOperation
	Map<String, Optional<AuditVerdict>> verdicts() {
		var verdicts = new TreeMap<String, Optional<AuditVerdict>>();
		this.books.all().forEach(book -> verdicts.put(book.module(), book.verification().last()));
		return verdicts;
	}

	@WriteOperation
	Map<String, AuditVerdict> verify() {
		var verdicts = new TreeMap<String, AuditVerdict>();
		this.books.all().forEach(book -> verdicts.put(book.module(), Lane.BULK.call(book.verification()::verify)));
		return verdicts;
	}

	@ReadOperation
	@Nullable Entries entries(@Selector String module, @Nullable String actor, @Nullable String action, @Nullable String subject,
			@Nullable Long before) {
		var wanted = Wanted.of(actor, action, subject);
		return this.books.find(module)
			.map(book -> Lane.BULK.call(() -> book.entries(wanted, before, PAGE)))
			.map(Entries::of)
			.orElse(null);
	}

	/// @param before where the next page goes on; null where there is none
	record Entries(List<AuditEntry> entries, @Nullable Long before) {

		static Entries of(List<AuditEntry> entries) {
			return new Entries(entries, (entries.size() == PAGE) ? entries.getLast().id() : null);
		}

	}

}
