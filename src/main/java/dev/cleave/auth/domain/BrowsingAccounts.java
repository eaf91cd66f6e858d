package dev.cleave.auth.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.cleave.auth.AccountId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/// Shows accounts to those who keep them. Erased ones are none.
@Service
public class BrowsingAccounts {

	private static final UUID AFTER_ALL = new UUID(-1, -1);

	private final Accounts accounts;

	BrowsingAccounts(Accounts accounts) {
		this.accounts = accounts;
	}

	public Optional<AccountSheet> find(AccountId id) {
		return this.accounts.findById(id.value()).flatMap(Account::sheet);
	}

	public Optional<AccountSheet> find(EmailAddress email) {
		return this.accounts.findByEmail(email.value()).flatMap(Account::sheet);
	}

	/// The youngest first.
	///
	/// @param before the last one shown, or null
	public List<AccountSheet> list(@Nullable AccountId before, int limit) {
		var end = (before != null) ? before.value() : AFTER_ALL;
		return this.accounts.findByEmailNotNullAndIdLessThanOrderByIdDesc(end, Limit.of(limit))
			.stream()
			.map(Account::sheet)
			.flatMap(Optional::stream)
			.toList();
	}

}
