package dev.cleave.auth.intake;

import dev.cleave.auth.AccountId;
import dev.cleave.auth.domain.BrowsingAccounts;
import dev.cleave.auth.events.AccountRoleChanged;
import dev.cleave.platform.messaging.Message;
import dev.cleave.platform.messaging.Subscription;
import dev.cleave.platform.security.Sessions;

import org.springframework.stereotype.Component;

/// Ends the sessions in which somebody plays a former role, also when whoever changed it crashed before doing so or Redis
/// was away. Those that began since, in the role of today, go on.
@Component
class ChangedRoles {

	private final Sessions sessions;

	private final BrowsingAccounts accounts;

	ChangedRoles(Sessions sessions, BrowsingAccounts accounts) {
		this.sessions = sessions;
		this.accounts = accounts;
	}

	@Subscription("auth.roles")
	void on(Message<AccountRoleChanged> changed) {
		var id = changed.data().accountId();
		this.accounts.find(AccountId.of(id))
			.ifPresent(account -> this.sessions.endUnlessAs(id, account.person().role().name()));
	}

}
