package dev.cleave.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
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

	private static final Duration PATIENCE = Duration.ofSeconds(3);

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

	/// The same object for as long as the keys are the same.
	JWKSet known() {
		return this.known;
	}

	private synchronized void learn(JWKSet read) {
		if (!read.equals(this.known)) {
			this.known = read;
		}
	}

	private synchronized JWKSet readAgain() {
		if (this.readAt.isBefore(this.clock.instant().minus(PAUSE))) {
			learn(read());
			this.readAt = this.clock.instant();
		}
		return this.known;
	}

	/// Before anybody is let in: the first callers would all wait for the keys.
	@EventListener(ApplicationStartedEvent.class)
	void readFirst() {
		refresh();
	}

	/// Keys stay as they are while no database can be reached: tokens are good without
	/// one.
	@Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
	void refresh() {
		try {
			learn(read());
		}
		catch (DataAccessException ex) {
			log.debug("The trusted keys can't be read now", ex);
		}
	}

	/// One module whose database is away, or says nothing, does not keep the others' keys
	/// from counting: all are asked side by side, and who takes too long is left out.
	private JWKSet read() {
		var keys = new ArrayList<JWK>();
		@Nullable DataAccessException failure = null;
		for (var reading : readings()) {
			try {
				keys.addAll(reading.get());
			}
			catch (CancellationException ex) {
				failure = new QueryTimeoutException("A database took too long to tell its trusted keys", ex);
			}
			catch (ExecutionException ex) {
				failure = failureOf(ex);
			}
			catch (InterruptedException ex) {
				throw interrupted(ex);
			}
		}
		if (keys.isEmpty() && failure != null) {
			throw failure;
		}
		return new JWKSet(keys.stream().distinct().toList());
	}

	/// Virtual threads let go of a database that says nothing as soon as they are told
	/// to.
	private List<Future<List<JWK>>> readings() {
		var threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("trusted-keys-", 0).factory());
		try {
			return threads.invokeAll(this.modules.stream()
				.<Callable<List<JWK>>>map(module -> () -> Lane.WORKERS.call(() -> keysOf(module)))
				.toList(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
		finally {
			threads.shutdown();
		}
	}

	private static DataAccessException failureOf(ExecutionException failure) {
		return switch (failure.getCause()) {
			case DataAccessException passing -> passing;
			case RuntimeException unexpected -> throw unexpected;
			case null, default -> throw new IllegalStateException(failure);
		};
	}

	private static IllegalStateException interrupted(InterruptedException interruption) {
		Thread.currentThread().interrupt();
		return new IllegalStateException("Interrupted while reading the trusted keys", interruption);
	}

	private List<JWK> keysOf(ActiveModule module) {
		var source = this.beans.getBean(module.name() + "DataSource", DataSource.class);
		return new TrustedKeyTable(JdbcClient.create(source)).all();
	}

}
