package dev.cleave.auth.domain;

import java.util.Optional;

import dev.cleave.auth.AccountId;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/// Tells who somebody is by e-mail address and password.
@Service
public class SigningIn {

	private final Accounts accounts;

	private final PasswordHashing passwords;

	SigningIn(Accounts accounts, PasswordHashing passwords) {
		this.accounts = accounts;
		this.passwords = passwords;
	}

	/// Empty alike for an unknown address and a wrong password, and after the same time.
	public Optional<Person> signIn(EmailAddress email, String password) {
		var account = this.accounts.findByEmail(email.value());
		if (!this.passwords.matches(password, account.map(Account::passwordHash).orElse(null))) {
			return Optional.empty();
		}
		return account.map(known -> refreshed(known, password)).flatMap(Account::person);
	}

	/// Whether it is the password of this person.
	public boolean isPassword(AccountId id, String password) {
		var hash = this.accounts.findById(id.value()).map(Account::passwordHash).orElse(null);
		return this.passwords.matches(password, hash);
	}

	/// Who a session belongs to; empty when the account is gone.
	public Optional<Person> find(AccountId id) {
		return this.accounts.findById(id.value()).flatMap(Account::person);
	}

	/// Of several sign-ins at once one keeps the password anew, which is enough.
	private Account refreshed(Account account, String password) {
		var hash = account.passwordHash();
		if (hash == null || !this.passwords.isOutdated(hash)) {
			return account;
		}
		account.rehash(this.passwords.hash(password));
		try {
			return this.accounts.save(account);
		}
		catch (OptimisticLockingFailureException ex) {
			return account;
		}
	}

}
