package dev.cleave.auth.domain;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/// Takes people in as customers. Whoever asks learns nothing about which addresses are known already.
@Service
public class RegisteringAccounts {

	private static final Logger log = LoggerFactory.getLogger(RegisteringAccounts.class);

	private final Accounts accounts;

	private final PasswordHashing passwords;

	private final Clock clock;

	RegisteringAccounts(Accounts accounts, PasswordHashing passwords, Clock clock) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.clock = clock;
	}

	/// Each statement is a transaction of its own: no connection is held while the
	/// password is worked on.
	public void register(EmailAddress email, String name, String password) {
		var hash = this.passwords.hash(password);
		if (this.accounts.existsByEmail(email.value())) {
			return;
		}
		try {
			this.accounts.save(new Account(email, name, hash, Role.CUSTOMER, this.clock.instant()));
		}
		catch (DataIntegrityViolationException ex) {
			log.debug("Somebody registered the same address at the same moment");
		}
	}

}
