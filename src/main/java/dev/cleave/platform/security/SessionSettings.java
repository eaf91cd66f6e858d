package dev.cleave.platform.security;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long one is signed in, and how often at once. How long one may do nothing is Spring's `spring.session.timeout`.
///
/// @param lifetime after which whoever signed in has to do so again, however busy; at most a day
/// @param notedEvery how long it may take until it is noted that a session was used, at most a minute: noting it at each
/// request would take three commands of Redis. Who is idle is signed out so much earlier at most
/// @param atMost of one account at once; with one more the one ends that nobody has used for longest
@ConfigurationProperties("cleave.security.sessions")
record SessionSettings(@DefaultValue("12h") Duration lifetime, @DefaultValue("10s") Duration notedEvery,
		@DefaultValue("10") int atMost) {

	SessionSettings {
		if (!lifetime.isPositive() || lifetime.compareTo(SessionIndex.KEPT) > 0) {
			throw new IllegalArgumentException("cleave.security.sessions.lifetime is at most a day");
		}
		if (notedEvery.isNegative() || notedEvery.compareTo(Duration.ofMinutes(1)) > 0) {
			throw new IllegalArgumentException("cleave.security.sessions.noted-every is at most a minute");
		}
		if (atMost < 1) {
			throw new IllegalArgumentException("cleave.security.sessions.at-most is at least 1");
		}
	}

}
