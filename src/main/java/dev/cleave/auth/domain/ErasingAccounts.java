package dev.cleave.auth.domain;

import java.util.function.LongConsumer;

import dev.cleave.auth.AccountId;
import dev.cleave.auth.domain.Erasure.Erased;
import dev.cleave.auth.domain.Erasure.LastAdministrator;
import dev.cleave.auth.domain.Erasure.Unknown;
import dev.cleave.auth.events.AccountErased;
import dev.cleave.platform.audit.AuditTrail;
import dev.cleave.platform.audit.Deed;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Forgets who somebody is and tells the others to do so, too. The id stays, so that what stands under it in figures and
/// ledgers stays whole.
@Service
public class ErasingAccounts {

	private final Accounts accounts;

	private final ErasureRecords records;

	private final PendingRegistrations pending;

	private final AccountTokens tokens;

	private final SecondFactors factors;

	private final ApplicationEventPublisher messages;

	private final AuditTrail audit;

	ErasingAccounts(Accounts accounts, ErasureRecords records, PendingRegistrations pending, AccountTokens tokens,
			SecondFactors factors, ApplicationEventPublisher messages, AuditTrail audit) {
		this.pending = pending;
		this.tokens = tokens;
		this.accounts = accounts;
		this.records = records;
		this.factors = factors;
		this.messages = messages;
		this.audit = audit;
	}

	/// @param by the caller who wants it
	/// @param check is told the account's version and throws if that was not to be
	@Transactional("auth")
	public Erasure erase(AccountId id, String by, LongConsumer check) {
		var found = this.accounts.findById(id.value()).filter(account -> account.person().isPresent());
		if (found.isEmpty()) {
			return new Unknown();
		}
		var account = found.get();
		check.accept(account.version());
		if (account.isAdministrator() && this.accounts.isOnlyAdministrator(id.value())) {
			return new LastAdministrator();
		}
		if (!this.records.add(id.value(), by)) {
			return new Unknown();
		}
		account.person().ifPresent(person -> this.pending.forget(new EmailAddress(person.email())));
		this.factors.remove(id.value());
		account.erase();
		this.accounts.save(account);
		this.tokens.forget(id.value());
		this.messages.publishEvent(new AccountErased(id.toString()));
		this.audit.record(Deed.done("account.erased", "account:" + id).with("by", by));
		return new Erased();
	}

}
