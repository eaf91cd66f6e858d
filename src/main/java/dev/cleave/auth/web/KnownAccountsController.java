package dev.cleave.auth.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.cleave.auth.AccountId;
import dev.cleave.auth.domain.AccountSheet;
import dev.cleave.auth.domain.BrowsingAccounts;
import dev.cleave.auth.domain.EmailAddress;
import dev.cleave.auth.domain.ErasingAccounts;
import dev.cleave.auth.domain.Erasure.Erased;
import dev.cleave.auth.domain.Erasure.LastAdministrator;
import dev.cleave.auth.domain.Erasure.Unknown;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.security.Sessions;
import dev.cleave.platform.web.IfMatch;
import dev.cleave.platform.web.Page;
import dev.cleave.platform.web.Paging;
import dev.cleave.platform.web.Problems;
import dev.cleave.platform.web.Versions;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows accounts to administrators, who erase those that ask to be forgotten.
@RestController
@RequestMapping(AuthAccess.ACCOUNTS)
class KnownAccountsController {

	private final BrowsingAccounts browsing;

	private final ErasingAccounts erasing;

	private final Sessions sessions;

	KnownAccountsController(BrowsingAccounts browsing, ErasingAccounts erasing, Sessions sessions) {
		this.browsing = browsing;
		this.erasing = erasing;
		this.sessions = sessions;
	}

	@GetMapping
	Page<AccountView> list(@RequestParam(required = false) @Nullable @Email @NamesAccount @Size(min = 3,
			max = EmailAddress.LONGEST) String email, Paging paging) {
		if (email != null) {
			return new Page<>(this.browsing.find(new EmailAddress(email)).map(AccountView::of).stream().toList(), null);
		}
		var after = paging.after();
		var found = this.browsing.list((after != null) ? AccountId.of(after.getFirst()) : null, paging.fetchSize());
		return Page.of(found, paging, account -> List.of(account.person().id())).map(AccountView::of);
	}

	@GetMapping("/{id}")
	ResponseEntity<?> get(@PathVariable String id) {
		return parse(id).flatMap(this.browsing::find)
			.<ResponseEntity<?>>map(
					account -> ResponseEntity.ok().eTag(Versions.etag(account.version())).body(AccountView.of(account)))
			.orElseGet(KnownAccountsController::notFound);
	}

	/// Erases it for good. Sessions end when it is done: until then they may still be
	/// needed to say that it could not be.
	@DeleteMapping("/{id}")
	ResponseEntity<?> erase(@PathVariable String id, Caller caller, IfMatch seen) {
		var account = parse(id);
		return account.isEmpty() ? notFound() : erase(account.get(), caller, seen);
	}

	private ResponseEntity<?> erase(AccountId id, Caller caller, IfMatch seen) {
		return switch (this.erasing.erase(id, caller.id(), version -> Versions.require(seen, version))) {
			case Erased() -> {
				this.sessions.endAll(id.toString());
				yield ResponseEntity.noContent().build();
			}
			case Unknown() -> notFound();
			case LastAdministrator() -> Problems.of(HttpStatus.CONFLICT, "last-administrator",
					"This is the last administrator. Let there be another one first.");
		};
	}

	private static Optional<AccountId> parse(String id) {
		try {
			return Optional.of(new AccountId(UUID.fromString(id)));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static ResponseEntity<ProblemDetail> notFound() {
		return Problems.notFound("There is no such account.");
	}

	record AccountView(String id, String email, String name, boolean emailVerified, List<String> roles,
			Instant createdAt, long version) {

		static AccountView of(AccountSheet account) {
			var person = account.person();
			return new AccountView(person.id().toString(), person.email(), person.name(), person.verified(),
					List.of(person.role().name()), account.createdAt(), account.version());
		}

	}

}
