package dev.cleave.auth.domain;

import java.time.Clock;

import dev.cleave.auth.domain.Registration.Taken;
import dev.cleave.auth.domain.Registration.Weak;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/// Takes people in as customers. Whoever asks learns nothing about which addresses are known already: for each one there is
/// a hash, a question and a row, and letters are written when the answer is on its way.
@Service
public class RegisteringAccounts {

	private static final Logger log = LoggerFactory.getLogger(RegisteringAccounts.class);

	private final Accounts accounts;

	private final PasswordRules rules;

	private final PasswordHashing passwords;

	private final VerificationRule verification;

	private final Correspondence correspondence;

	private final Clock clock;

	RegisteringAccounts(Accounts accounts, PasswordRules rules, PasswordHashing passwords,
			VerificationRule verification, Correspondence correspondence, Clock clock) {
		this.verification = verification;
		this.correspondence = correspondence;
		this.accounts = accounts;
		this.rules = rules;
		this.passwords = passwords;
		this.clock = clock;
	}

	/// Each statement is a transaction of its own: no connection is held while the
	/// password is worked on.
	public Registration register(EmailAddress email, String name, String password) {
		var weaknesses = this.rules.weaknesses(password, email, name);
		if (!weaknesses.isEmpty()) {
			return new Weak(weaknesses);
		}
		var hash = this.passwords.hash(password);
		this.accounts.findByEmail(email.value())
			.ifPresentOrElse(this.correspondence::tellHolder, () -> take(email, name, hash));
		return new Taken();
	}

	private void take(EmailAddress email, String name, String hash) {
		if (this.verification.isRequired()) {
			this.correspondence.confirm(new PendingRegistration(email, name, hash));
		}
		else {
			add(email, name, hash);
		}
	}

	private void add(EmailAddress email, String name, String hash) {
		try {
			this.accounts.save(new Account(email, name, hash, Role.CUSTOMER, this.clock.instant()))
				.person()
				.ifPresent(this.correspondence::offerVerification);
		}
		catch (DataIntegrityViolationException ex) {
			log.debug("Somebody registered the same address at the same moment");
		}
	}

}
