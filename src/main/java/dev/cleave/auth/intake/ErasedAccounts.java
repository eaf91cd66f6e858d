package dev.cleave.auth.intake;

import dev.cleave.auth.events.AccountErased;
import dev.cleave.platform.messaging.Message;
import dev.cleave.platform.messaging.Subscription;
import dev.cleave.platform.security.Sessions;

import org.springframework.stereotype.Component;

/// Ends the sessions of erased accounts, also when whoever erased one crashed before doing so or Redis was away.
@Component
class ErasedAccounts {

	private final Sessions sessions;

	ErasedAccounts(Sessions sessions) {
		this.sessions = sessions;
	}

	@Subscription("auth.erasures")
	void on(Message<AccountErased> erased) {
		this.sessions.endAll(erased.data().accountId());
	}

}
