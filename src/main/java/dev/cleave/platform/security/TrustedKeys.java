package dev.cleave.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import dev.cleave.platform.modules.ActiveModule;
import dev.cleave.platform.persistence.Lane;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The keys whose signatures count here: those that the modules of this process keep. They are read again when a token
/// names a key that is not known yet, at most once a second, so that made-up names cost nothing; and every ten seconds,
/// so that a key that has been retired counts no more.
@Component
class TrustedKeys {

	private static final Logger log = LoggerFactory.getLogger(TrustedKeys.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final List<ActiveModule> modules;

	private final BeanFactory beans;

	private final Clock clock;

	private volatile JWKSet known = new JWKSet();

	private Instant readAt = Instant.MIN;

	TrustedKeys(List<ActiveModule> modules, BeanFactory beans, Clock clock) {
		this.modules = modules;
		this.beans = beans;
		this.clock = clock;
	}

	List<JWK> matching(JWKSelector selector) {
		var found = selector.select(this.known);
		return found.isEmpty() ? selector.select(readAgain()) : found;
	}

	private synchronized JWKSet readAgain() {
		var now = this.clock.instant();
		if (this.readAt.isBefore(now.minus(PAUSE))) {
			this.known = read();
			this.readAt = now;
		}
		return this.known;
	}

	/// Keys stay as they are while no database can be reached: tokens are good without
	/// one.
	@Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
	void refresh() {
		try {
			var read = Lane.WORKERS.call(this::read);
			synchronized (this) {
				this.known = read;
			}
		}
		catch (DataAccessException ex) {
			log.debug("The trusted keys can't be read now", ex);
		}
	}

	/// One module whose database is away does not keep the others' keys from counting.
	private JWKSet read() {
		var keys = new ArrayList<JWK>();
		@Nullable DataAccessException failure = null;
		for (var module : this.modules) {
			try {
				keys.addAll(keysOf(module));
			}
			catch (DataAccessException ex) {
				failure = ex;
			}
		}
		if (keys.isEmpty() && failure != null) {
			throw failure;
		}
		return new JWKSet(keys.stream().distinct().toList());
	}

	private List<JWK> keysOf(ActiveModule module) {
		var source = this.beans.getBean(module.name() + "DataSource", DataSource.class);
		return new TrustedKeyTable(JdbcClient.create(source)).all();
	}

}
