package dev.cleave.auth.domain;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

import dev.cleave.auth.domain.AccountTokens.Purpose;
import dev.cleave.platform.audit.Actor;
import dev.cleave.platform.audit.AuditTrail;
import dev.cleave.platform.audit.Deed;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Believes that an address is somebody's who has the token that was sent there. A registration that waited for it becomes
/// an account. Where several waited, nobody can tell whose link it was that the owner followed: none of their passwords
/// counts, and the owner is sent a link to choose one.
@Service
public class VerifyingAddresses {

	private final Accounts accounts;

	private final PendingRegistrations pending;

	private final AccountTokens tokens;

	private final VerificationRule rule;

	private final PasswordHashing passwords;

	private final Correspondence correspondence;

	private final TransactionOperations transaction;

	private final AuditTrail audit;

	private final Clock clock;

	VerifyingAddresses(Accounts accounts, PendingRegistrations pending, AccountTokens tokens, VerificationRule rule,
			PasswordHashing passwords, Correspondence correspondence, TransactionOperations transaction,
			AuditTrail audit, Clock clock) {
		this.passwords = passwords;
		this.transaction = transaction;
		this.audit = audit;
		this.accounts = accounts;
		this.pending = pending;
		this.tokens = tokens;
		this.rule = rule;
		this.correspondence = correspondence;
		this.clock = clock;
	}

	/// The holder of the account; empty if the token is wrong, used or expired.
	public Optional<Person> verify(OneTimeToken token) {
		var account = Objects.requireNonNull(this.transaction.execute(status -> believe(token)));
		account.filter(known -> this.passwords.ofNobody().equals(known.passwordHash()))
			.flatMap(Account::person)
			.ifPresent(this.correspondence::offerReset);
		return account.flatMap(Account::person);
	}

	private Optional<Account> believe(OneTimeToken token) {
		return this.pending.take(token)
			.flatMap(this::admit)
			.or(() -> this.tokens.take(token, Purpose.VERIFICATION)
				.flatMap(this.accounts::findById)
				.map(this::confirm));
	}

	/// Whether somebody may sign in as far as his address is concerned. Who may not is
	/// sent another link.
	public boolean isSatisfiedWith(Person person) {
		var satisfied = person.verified() || !this.rule.isRequired();
		if (!satisfied) {
			this.correspondence.offerVerification(person);
		}
		return satisfied;
	}

	/// The first of several links to one address takes the others along.
	private Optional<Account> admit(PendingRegistration wanted) {
		var isContested = this.pending.forget(wanted.email()) > 0;
		if (this.accounts.existsByEmail(wanted.email().value())) {
			return Optional.empty();
		}
		var hash = isContested ? this.passwords.ofNobody() : wanted.passwordHash();
		var account = new Account(wanted.email(), wanted.name(), hash, Role.CUSTOMER, this.clock.instant());
		return Optional.of(confirm(account));
	}

	private Account confirm(Account account) {
		account.verify(this.clock.instant());
		var saved = this.accounts.save(account);
		saved.person()
			.ifPresent(person -> this.audit.record(
					Deed.done("account.verified", "account:" + person.id()).by(Actor.account(person.id().toString()))));
		return saved;
	}

}
