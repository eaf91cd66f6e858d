package dev.cleave.auth.domain;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Consumer;

import dev.cleave.auth.AccountId;
import dev.cleave.auth.domain.AccountTokens.Purpose;
import dev.cleave.auth.domain.PasswordChange.Changed;
import dev.cleave.auth.domain.PasswordChange.NoSuchLink;
import dev.cleave.auth.domain.PasswordChange.TooWeak;
import dev.cleave.auth.domain.PasswordChange.WrongPassword;
import dev.cleave.platform.audit.Actor;
import dev.cleave.platform.audit.AuditTrail;
import dev.cleave.platform.audit.Deed;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Gives somebody another password: who knows the current one, or has the token that was sent to his address. All links
/// that were sent before are worth nothing afterwards. Passwords are worked on before the transaction, so that no
/// connection is held meanwhile.
@Service
public class ChangingPasswords {

	private final Accounts accounts;

	private final AccountTokens tokens;

	private final PasswordRules rules;

	private final PasswordHashing passwords;

	private final Correspondence correspondence;

	private final TransactionOperations transaction;

	private final AuditTrail audit;

	private final Clock clock;

	ChangingPasswords(Accounts accounts, AccountTokens tokens, PasswordRules rules, PasswordHashing passwords,
			Correspondence correspondence, TransactionOperations transaction, AuditTrail audit, Clock clock) {
		this.audit = audit;
		this.accounts = accounts;
		this.tokens = tokens;
		this.rules = rules;
		this.passwords = passwords;
		this.correspondence = correspondence;
		this.transaction = transaction;
		this.clock = clock;
	}

	/// @param beforehand is done before the change is settled, and throws if it can't be
	/// now; nothing is changed then
	/// @throws dev.cleave.platform.BusyException when too many passwords are worked on
	public PasswordChange change(AccountId id, String current, String wanted, Runnable beforehand) {
		var account = this.accounts.findById(id.value());
		if (!this.passwords.matches(current, account.map(Account::passwordHash).orElse(null))) {
			this.audit.refused(Deed.refused("password.changed", "account:" + id).because("wrong password"));
			return new WrongPassword();
		}
		return account.map(known -> replace(known, wanted, hash -> {
			known.changePassword(hash);
			this.accounts.save(known);
			this.tokens.forget(id.value());
			this.audit.record(Deed.done("password.changed", "account:" + id));
			beforehand.run();
			return true;
		})).orElseGet(WrongPassword::new);
	}

	/// @param beforehand is told whose password it is before that is settled, and
	/// throws if it can't be now; the token is good for
	/// another attempt then
	/// @throws dev.cleave.platform.BusyException when too many passwords are worked on
	public PasswordChange reset(OneTimeToken token, String wanted, Consumer<AccountId> beforehand) {
		return this.tokens.holder(token, Purpose.RESET)
			.flatMap(this.accounts::findById)
			.filter(account -> account.person().isPresent())
			.map(account -> replace(account, wanted, hash -> settle(token, account, hash, beforehand)))
			.orElseGet(NoSuchLink::new);
	}

	private boolean settle(OneTimeToken token, Account account, String hash, Consumer<AccountId> beforehand) {
		var holder = this.tokens.take(token, Purpose.RESET);
		holder.ifPresent(id -> {
			account.changePassword(hash);
			account.verify(this.clock.instant());
			this.accounts.save(account);
			this.tokens.forget(id);
			this.audit.record(Deed.done("password.reset", "account:" + id).by(Actor.account(id.toString())));
			beforehand.accept(new AccountId(id));
		});
		return holder.isPresent();
	}

	private PasswordChange replace(Account account, String wanted, Settlement settlement) {
		var person = account.person().orElseThrow();
		var weaknesses = this.rules.weaknesses(wanted, new EmailAddress(person.email()), person.name());
		if (!weaknesses.isEmpty()) {
			return new TooWeak(weaknesses);
		}
		var hash = this.passwords.hash(wanted);
		if (!Objects.requireNonNull(this.transaction.execute(status -> settlement.settle(hash)))) {
			return new NoSuchLink();
		}
		this.correspondence.tellOfNewPassword(person);
		return new Changed(person);
	}

	/// What is done in one transaction; false if it could not be.
	private interface Settlement {

		boolean settle(String hash);

	}

}
