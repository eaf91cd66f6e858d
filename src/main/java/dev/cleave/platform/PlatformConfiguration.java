package dev.cleave.platform;

import java.time.Clock;
import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What every module may ask for, whichever modules run.
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

	/// UTC in microseconds, which is what PostgreSQL keeps.
	@Bean
	Clock clock() {
		return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
	}

}
