package dev.cleave.auth.domain;

import dev.cleave.auth.domain.AccountSettings.Verification;
import dev.cleave.platform.MissingSettingException;

import org.springframework.stereotype.Component;

/// Whether an address has to be shown to be one's own before its account can be used: as the settings say, else where
/// letters arrive by mail. Otherwise nobody could sign in who registers on a laptop.
@Component
class VerificationRule {

	private final boolean required;

	VerificationRule(AccountSettings settings, Letters letters) {
		this.required = (settings.verification() != null) ? settings.verification() == Verification.REQUIRED
				: letters.arrive() && !settings.showLetters();
		if (this.required && !letters.arrive()) {
			throw new MissingSettingException("spring.mail.host",
					"Addresses have to be verified (cleave.auth.verification), and nobody gets a letter.");
		}
	}

	boolean isRequired() {
		return this.required;
	}

}
