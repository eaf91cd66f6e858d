package dev.cleave.auth.domain;

import org.springframework.stereotype.Service;

/// Sends a link to whoever has forgotten the password. Whether there is such an account is looked up when the answer is on
/// its way.
@Service
public class RequestingResets {

	private final Accounts accounts;

	private final Correspondence correspondence;

	RequestingResets(Accounts accounts, Correspondence correspondence) {
		this.accounts = accounts;
		this.correspondence = correspondence;
	}

	public void request(EmailAddress email) {
		this.correspondence.afterwards(() -> this.accounts.findByEmail(email.value())
			.flatMap(Account::person)
			.ifPresent(this.correspondence::offerReset));
	}

}
