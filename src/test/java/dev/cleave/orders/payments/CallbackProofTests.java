package dev.cleave.orders.payments;

import java.time.Clock;
import java.util.Base64;

import dev.cleave.platform.MissingSettingException;
import dev.cleave.platform.Production;
import dev.cleave.platform.UnfitSettingException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/// Which secrets count where.
class CallbackProofTests {

	private static final String PRODUCTION = "spring.profiles.active=production";

	private static final String OWN = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);

	private final ApplicationContextRunner shop = new ApplicationContextRunner()
		.withUserConfiguration(Settings.class, Production.class, CallbackProof.class, PaymentSimulator.class)
		.withBean(Clock.class, Clock::systemUTC)
		.withBean(JsonMapper.class, JsonMapper::shared);

	@Test
	void knowsASecretOfItsOwnOnALaptop() {
		this.shop.run((laptop) -> assertThat(laptop.getBean(CallbackProof.class).isPossible()).isTrue());
	}

	@Test
	void takesNoCallbacksInProductionUntilThereIsASecret() {
		this.shop.withPropertyValues(PRODUCTION)
			.run((real) -> assertThat(real.getBean(CallbackProof.class).isPossible()).isFalse());
		this.shop.withPropertyValues(PRODUCTION, "cleave.payments.secret=" + OWN)
			.run((real) -> assertThat(real.getBean(CallbackProof.class).isPossible()).isTrue());
	}

	@Test
	void refusesTheKnownSecretInProduction() {
		this.shop.withPropertyValues(PRODUCTION, "cleave.payments.secret=" + CallbackProof.LOCAL_SECRET)
			.run((real) -> assertThat(real).getFailure().rootCause().isInstanceOf(MissingSettingException.class));
		this.shop
			.withPropertyValues(PRODUCTION, "cleave.payments.secret=" + OWN,
					"cleave.payments.former-secret=" + CallbackProof.LOCAL_SECRET)
			.run((real) -> assertThat(real).getFailure().rootCause().isInstanceOf(MissingSettingException.class));
	}

	@Test
	void refusesAShortSecretAndDoesNotQuoteIt() {
		var secret = "whsec_" + Base64.getEncoder().encodeToString(new byte[31]);

		this.shop.withPropertyValues("cleave.payments.secret=" + secret)
			.run((shop) -> assertThat(shop).getFailure()
				.rootCause()
				.hasMessageContaining("has 31 bytes")
				.hasMessageNotContaining(secret));
	}

	@Test
	void takesNoSimulatedMoneyInProduction() {
		this.shop.withPropertyValues(PRODUCTION, "cleave.payments.simulator=true")
			.run((real) -> assertThat(real).getFailure().rootCause().isInstanceOf(UnfitSettingException.class));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(PaymentSettings.class)
	static class Settings {

	}

}
