package dev.cleave.auth.web;

import java.util.Optional;

import dev.cleave.auth.AccountId;
import dev.cleave.auth.domain.AccountSheet;
import dev.cleave.auth.domain.ChangingRoles;
import dev.cleave.auth.domain.EnrollingSecondFactors;
import dev.cleave.auth.domain.Role;
import dev.cleave.auth.domain.RoleChange.Changed;
import dev.cleave.auth.domain.RoleChange.LastAdministrator;
import dev.cleave.auth.domain.RoleChange.Unchanged;
import dev.cleave.auth.domain.RoleChange.Unknown;
import dev.cleave.auth.web.KnownAccountsController.AccountView;
import dev.cleave.platform.security.Sessions;
import dev.cleave.platform.web.IfMatch;
import dev.cleave.platform.web.Problems;
import dev.cleave.platform.web.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What administrators decide about other accounts: who works for the shop, and who has lost both app and recovery
/// codes. Either ends the sessions of that account.
@RestController
class RoleController {

	private final ChangingRoles changing;

	private final EnrollingSecondFactors factors;

	private final Sessions sessions;

	RoleController(ChangingRoles changing, EnrollingSecondFactors factors, Sessions sessions) {
		this.changing = changing;
		this.factors = factors;
		this.sessions = sessions;
	}

	/// A repeat changes nothing, whichever version it names.
	@PutMapping(AuthAccess.ROLE)
	ResponseEntity<?> change(@PathVariable String id, @RequestBody @Valid NewRole wanted, IfMatch seen) {
		var account = parse(id);
		if (account.isEmpty()) {
			return notFound();
		}
		Versions.requirePresent(seen);
		return switch (this.changing.change(account.get(), wanted.role(), version -> Versions.require(seen, version))) {
			case Changed(var sheet) -> {
				this.sessions.endAll(account.get().toString());
				yield view(sheet);
			}
			case Unchanged(var sheet) -> view(sheet);
			case Unknown() -> notFound();
			case LastAdministrator() -> Problems.of(HttpStatus.CONFLICT, "last-administrator",
					"This is the last administrator. Let there be another one first.");
		};
	}

	@DeleteMapping(AuthAccess.SECOND_FACTOR_OF)
	ResponseEntity<?> removeSecondFactor(@PathVariable String id) {
		var account = parse(id);
		if (account.isEmpty() || !this.factors.remove(account.get())) {
			return Problems.notFound("There is no such account, or it has no second factor.");
		}
		this.sessions.endAll(account.get().toString());
		return ResponseEntity.noContent().build();
	}

	private static ResponseEntity<?> view(AccountSheet account) {
		return ResponseEntity.ok().eTag(Versions.etag(account.version())).body(AccountView.of(account));
	}

	private static Optional<AccountId> parse(String id) {
		try {
			return Optional.of(AccountId.of(id));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static ResponseEntity<ProblemDetail> notFound() {
		return Problems.notFound("There is no such account.");
	}

	record NewRole(@NotNull Role role) {
	}

}
