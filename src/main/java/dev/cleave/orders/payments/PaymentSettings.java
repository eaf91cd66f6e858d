package dev.cleave.orders.payments;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How payments come about.
///
/// @param secret signs the provider's callbacks: `whsec_` and the base64 of 32 bytes or more
/// @param formerSecret still counts while the provider changes to a new one
/// @param simulator plays a provider; not for production
/// @param simulatorDelay until the simulator has the money
/// @param simulatorLateness until it has the money where it is to be late
@ConfigurationProperties("cleave.payments")
public record PaymentSettings(@Nullable String secret, @Nullable String formerSecret,
		@DefaultValue("false") boolean simulator, @DefaultValue("1s") Duration simulatorDelay,
		@DefaultValue("20m") Duration simulatorLateness) {

	/// Keeps the secrets out of logs.
	@Override
	public String toString() {
		return "PaymentSettings[%s, %s, %s]".formatted(this.simulator, this.simulatorDelay, this.simulatorLateness);
	}

}
