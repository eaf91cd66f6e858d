package dev.cleave.auth.domain;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Keeps passwords as Argon2id (19 MiB, 2 passes, as OWASP advises). That is expensive on purpose, so only as many are
/// worked on at once as there are processors, and who would wait long for a turn is told to come back.
@Component
class PasswordHashing {

	private static final Duration PATIENCE = Duration.ofMillis(1_500);

	private final PasswordEncoder encoder = new DelegatingPasswordEncoder("argon2",
			Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, 19_456, 2)));

	private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

	/// What a password is compared with where there is no account, so that the answer
	/// takes as long as any other.
	private final String nobody;

	PasswordHashing() {
		this.nobody = hash("a password that nobody has");
	}

	final String hash(String password) {
		return inTurn(() -> String.valueOf(this.encoder.encode(password)));
	}

	/// @param hash the account's, or null where there is no account
	boolean matches(String password, @Nullable String hash) {
		var same = inTurn(() -> this.encoder.matches(password, (hash != null) ? hash : this.nobody));
		return same && hash != null;
	}

	boolean isOutdated(String hash) {
		return this.encoder.upgradeEncoding(hash);
	}

	private <T> T inTurn(Supplier<T> work) {
		try {
			if (!this.turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new QueryTimeoutException("Too many passwords at once");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new QueryTimeoutException("Interrupted", ex);
		}
		try {
			return work.get();
		}
		finally {
			this.turns.release();
		}
	}

}
