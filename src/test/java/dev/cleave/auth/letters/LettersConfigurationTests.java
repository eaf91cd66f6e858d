package dev.cleave.auth.letters;

import dev.cleave.auth.domain.AccountSettings;
import dev.cleave.auth.domain.EmailAddress;
import dev.cleave.auth.domain.Letter;
import dev.cleave.auth.domain.Letter.Occasion;
import dev.cleave.auth.domain.Letters;
import dev.cleave.auth.domain.OneTimeToken;
import dev.cleave.platform.Production;
import dev.cleave.platform.UnfitSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class LettersConfigurationTests {

	private static final Letter LETTER = new Letter(new EmailAddress("joe@example.com"), Occasion.RESET,
			new OneTimeToken("the-token"));

	private final ApplicationContextRunner shop = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
		.withUserConfiguration(Settings.class, LettersConfiguration.class, Wording.class, Production.class);

	@Test
	void showsLettersOnALaptopAsCallsToPaste(CapturedOutput output) {
		this.shop.withPropertyValues("cleave.auth.show-letters=true").run(context -> {
			context.getBean(Letters.class).send(LETTER);

			assertThat(output).contains("curl", "/auth/password/reset", "\"token\": \"the-token\"")
				.doesNotContain("joe@example.com");
		});
	}

	@Test
	void showsNoTokenInProduction() {
		this.shop.withPropertyValues("cleave.auth.show-letters=true", "spring.profiles.active=production")
			.run(context -> assertThat(context).getFailure().rootCause().isInstanceOf(UnfitSettingException.class));
	}

	@Test
	void saysOnceInProductionThatNobodyIsWrittenTo(CapturedOutput output) {
		this.shop.withPropertyValues("spring.profiles.active=production").run(context -> {
			assertThat(context.getBean(Letters.class).arrive()).isFalse();
			assertThat(output).containsOnlyOnce("spring.mail.host");
		});
	}

	@Test
	void mailsWhereThereIsAMailServer() {
		this.shop.withPropertyValues("spring.mail.host=127.0.0.1")
			.run(context -> assertThat(context.getBean(Letters.class)).isInstanceOf(MailedLetters.class));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(AccountSettings.class)
	static class Settings {

	}

}
