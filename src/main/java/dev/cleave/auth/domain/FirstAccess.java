package dev.cleave.auth.domain;

import java.time.Clock;
import java.util.EnumSet;

import dev.cleave.platform.MissingSettingException;
import dev.cleave.platform.Production;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/// Sees to it that somebody can get in: the first administrator, and on one's own machine a machine client that may do
/// everything. In production neither has a default, and the local client is turned away.
@Component
class FirstAccess implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(FirstAccess.class);

	private final Accounts accounts;

	private final MachineClients clients;

	private final PasswordHashing passwords;

	private final AuthSettings settings;

	private final Production production;

	private final Clock clock;

	FirstAccess(Accounts accounts, MachineClients clients, PasswordHashing passwords, AuthSettings settings,
			Production production, Clock clock) {
		this.accounts = accounts;
		this.clients = clients;
		this.passwords = passwords;
		this.settings = settings;
		this.production = production;
		this.clock = clock;
	}

	@Override
	public void afterSingletonsInstantiated() {
		try {
			if (!this.accounts.existsByRole(Role.ADMIN)) {
				addAdministrator();
			}
			if (this.production.isOn()) {
				this.clients.deleteById(AuthSettings.LOCAL_CLIENT);
			}
			else if (this.clients.findById(AuthSettings.LOCAL_CLIENT).isEmpty()) {
				addLocalClient();
			}
		}
		catch (DataIntegrityViolationException ex) {
			log.debug("Another node was first");
		}
	}

	private void addAdministrator() {
		var email = given("cleave.auth.admin-email", this.settings.adminEmail(), AuthSettings.LOCAL_EMAIL);
		var password = given("cleave.auth.admin-password", this.settings.adminPassword(), AuthSettings.LOCAL_PASSWORD);
		var administrator = new Account(new EmailAddress(email), "Administrator", this.passwords.hash(password),
				Role.ADMIN, this.clock.instant());
		administrator.verify(this.clock.instant());
		this.accounts.save(administrator);
		if (email.equals(AuthSettings.LOCAL_EMAIL) && password.equals(AuthSettings.LOCAL_PASSWORD)) {
			log.info("The first administrator is {} with the password {}", email, password);
		}
		else {
			log.info("There is a first administrator, as the settings say");
		}
	}

	private String given(String setting, @Nullable String value, String local) {
		if (value != null && !value.isBlank() && !(this.production.isOn() && value.equals(local))) {
			return value;
		}
		if (this.production.isOn()) {
			throw new MissingSettingException(setting, "There is no administrator yet, and no default in production.");
		}
		return local;
	}

	private void addLocalClient() {
		var secret = new ClientSecret(AuthSettings.LOCAL_SECRET);
		this.clients.save(new MachineClient(AuthSettings.LOCAL_CLIENT, "Local machine client",
				EnumSet.allOf(Scope.class), secret.hash(), null, this.clock.instant()));
	}

}
