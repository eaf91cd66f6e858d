package dev.cleave.auth.letters;

import dev.cleave.auth.domain.AccountSettings;
import dev.cleave.auth.domain.Letters;
import dev.cleave.platform.Production;
import dev.cleave.platform.UnfitSettingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/// Chooses how letters are brought: by the mail server that `spring.mail.host` names, else in the log where that is wanted,
/// else not at all.
@Configuration(proxyBeanMethods = false)
class LettersConfiguration {

	private static final Logger log = LoggerFactory.getLogger(LettersConfiguration.class);

	@Bean
	Letters letters(ObjectProvider<JavaMailSender> mail, Wording wording, AccountSettings settings,
			Production production) {
		if (production.isOn() && settings.showLetters()) {
			throw new UnfitSettingException("cleave.auth.show-letters", "false",
					"One-time tokens in the log are for laptops.");
		}
		var sender = mail.getIfAvailable();
		if (sender != null) {
			return new MailedLetters(sender, wording, settings.mailFrom());
		}
		if (settings.showLetters()) {
			return new ShownLetters();
		}
		if (production.isOn()) {
			log.warn("There is no mail server (spring.mail.host): nobody can verify an address or reset a password");
		}
		return new NoLetters();
	}

}
