package dev.cleave.platform.messaging;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param enabled whether this process sequences and delivers; publishing is always possible
/// @param transport how messages reach those who listen: `local` from the logs of the modules of the same process, `kafka`
/// over topics, wherever they run
/// @param batch most messages that are taken from one partition at once
/// @param poll how long an idle worker waits before it looks for the work of other processes
/// @param pace how far apart rounds of work begin at least, while they find less than a whole batch
/// @param longestBatch a batch that takes longer halves the next one
/// @param firstRetry pause before a parked message is tried again; doubles each time
/// @param longestRetry longest such pause
/// @param attempts after this many failures a parked message is DEAD and waits for an operator
/// @param missingSources with the transport `local`, what becomes of a subscription to a module that this process does
/// not run: the start fails (`refuse`), or the subscription stands still (`ignore`)
@ConfigurationProperties("cleave.messaging")
public record MessagingSettings(@DefaultValue("true") boolean enabled, @DefaultValue("local") Way transport,
		@DefaultValue("500") int batch, @DefaultValue("100ms") Duration poll, @DefaultValue("100ms") Duration pace,
		@DefaultValue("2500ms") Duration longestBatch, @DefaultValue("1s") Duration firstRetry,
		@DefaultValue("5m") Duration longestRetry, @DefaultValue("12") int attempts,
		@DefaultValue("refuse") MissingSources missingSources) {

	/// How messages travel.
	public enum Way {

		LOCAL, KAFKA

	}

	/// @see MessagingSettings#missingSources
	public enum MissingSources {

		REFUSE, IGNORE

	}

}
