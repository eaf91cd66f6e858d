package dev.cleave.auth.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.cleave.auth.domain.Scope;
import dev.cleave.platform.web.Fault;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A machine to be let in.
///
/// @param expiresAt from then on it gets no token; never if it is left out
record NewClient(@NotBlank @Pattern(regexp = "\\P{Cc}*", message = "must be printable") @Size(max = 200) String name,
		@NotNull @Size(min = 1, max = 20) List<@NotNull String> scopes, @Nullable @Size(max = 40) String expiresAt) {

	/// Beyond it PostgreSQL's time ends before Java's.
	private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

	List<Fault> faults(Instant now) {
		var faults = new ArrayList<Fault>();
		for (var index = 0; index < this.scopes.size(); index++) {
			if (Scope.of(this.scopes.get(index)).isEmpty()) {
				faults.add(new Fault("/scopes/" + index, "scope-unknown", "is none of " + Scope.all()));
			}
		}
		if (this.expiresAt != null && !isSensible(until(), now)) {
			faults.add(new Fault("/expiresAt", "expiry-invalid",
					"is no time in the future, such as 2030-01-31T12:00:00Z"));
		}
		return faults;
	}

	Set<Scope> known() {
		var known = EnumSet.noneOf(Scope.class);
		this.scopes.forEach(scope -> Scope.of(scope).ifPresent(known::add));
		return known;
	}

	/// Null for never, and for what is no time at all.
	@Nullable Instant until() {
		try {
			return (this.expiresAt != null) ? OffsetDateTime.parse(this.expiresAt).toInstant() : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static boolean isSensible(@Nullable Instant until, Instant now) {
		return until != null && until.isAfter(now) && !until.isAfter(LATEST);
	}

}
