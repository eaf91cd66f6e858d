package dev.cleave.auth.domain;

import java.util.function.LongConsumer;

import dev.cleave.auth.AccountId;
import dev.cleave.auth.domain.RoleChange.Changed;
import dev.cleave.auth.domain.RoleChange.LastAdministrator;
import dev.cleave.auth.domain.RoleChange.Unchanged;
import dev.cleave.auth.domain.RoleChange.Unknown;
import dev.cleave.auth.events.AccountRoleChanged;
import dev.cleave.platform.audit.AuditTrail;
import dev.cleave.platform.audit.Deed;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes customers staff, staff administrators, and the other way round.
@Service
public class ChangingRoles {

	private final Accounts accounts;

	private final ApplicationEventPublisher messages;

	private final AuditTrail audit;

	ChangingRoles(Accounts accounts, ApplicationEventPublisher messages, AuditTrail audit) {
		this.accounts = accounts;
		this.messages = messages;
		this.audit = audit;
	}

	/// @param check is told the account's version and throws if that was not to be; an
	/// account that has the role already needs no look at it
	@Transactional("auth")
	public RoleChange change(AccountId id, Role role, LongConsumer check) {
		var account = this.accounts.findById(id.value()).orElse(null);
		var sheet = (account != null) ? account.sheet().orElse(null) : null;
		if (account == null || sheet == null) {
			return new Unknown();
		}
		if (sheet.person().role() == role) {
			return new Unchanged(sheet);
		}
		check.accept(account.version());
		if (account.isAdministrator() && this.accounts.isOnlyAdministrator(id.value())) {
			return new LastAdministrator();
		}
		account.become(role);
		this.audit.record(Deed.done("account.role-changed", "account:" + id)
			.with("from", sheet.person().role())
			.with("to", role));
		this.messages.publishEvent(new AccountRoleChanged(id.toString(), role.name()));
		return this.accounts.saveAndFlush(account).sheet().<RoleChange>map(Changed::new).orElseGet(Unknown::new);
	}

}
