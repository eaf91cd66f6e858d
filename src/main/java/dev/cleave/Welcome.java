package dev.cleave;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Tells whoever started Cleave on a laptop what to open, and offers a first order to paste, in lines of its own, as no
/// message of the log has more than one.
@Component
@Profile("local")
class Welcome {

	private static final Logger log = LoggerFactory.getLogger(Welcome.class);

	private final Environment environment;

	Welcome(Environment environment) {
		this.environment = environment;
	}

	@EventListener
	void greet(ApplicationReadyEvent ready) {
		var seconds = Objects.requireNonNullElse(ready.getTimeTaken(), Duration.ZERO).toMillis() / 1000.0;
		String
			.format(Locale.ROOT,
					"""
							Cleave is ready after %.1f s.

							API documentation   http://localhost:%2$s/docs
							Operations          http://localhost:%3$s/actuator
							Administrator       admin@cleave.local / cleave-local-admin

							A first order, two lines to paste:

							token=$(curl -s -u cleave-local:cleave-local-secret -d grant_type=client_credentials \
							localhost:%2$s/oauth2/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
							curl -s localhost:%2$s/api/v1/orders -H "Authorization: Bearer $token" -H "Idempotency-Key: $(date +%%s%%N)" \
							-H 'Prefer: wait=5' -H 'Content-Type: application/json' \
							-d '{"lines": [{"sku": "85123A", "quantity": 2}]}'
							""",
					seconds, this.environment.getProperty("local.server.port"),
					this.environment.getProperty("local.management.port"))
			.lines()
			.forEach(log::info);
	}

}
