package dev.cleave.auth.domain;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import dev.cleave.platform.BusyException;
import jakarta.annotation.PreDestroy;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Keeps passwords as Argon2id (19 MiB, 2 passes, as OWASP advises). That is expensive on purpose, so one processor is
/// always left to all other work, and who would wait long for a turn is told to come back.
@Component
class PasswordHashing {

	private static final Duration COME_BACK = Duration.ofSeconds(1);

	private final PasswordEncoder encoder;

	private final Semaphore turns;

	/// Requests run on virtual threads, of which each keeps a processor until it waits. A
	/// thread of the system's own shares it.
	private final ExecutorService workers;

	private final Duration patience;

	/// What a password is compared with where there is no account, so that the answer
	/// takes as long as any other.
	private final String nobody;

	@Autowired
	PasswordHashing(AccountSettings settings) {
		this(new DelegatingPasswordEncoder("argon2", Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, 19_456, 2))),
				Math.max(1, Runtime.getRuntime().availableProcessors() - 1), settings.hashingPatience(),
				madeUp(new SecureRandom()));
	}

	/// @param nobody the hash of a password that nobody has
	PasswordHashing(PasswordEncoder encoder, int atOnce, Duration patience, String nobody) {
		this.encoder = encoder;
		this.turns = new Semaphore(atOnce, true);
		this.workers = Executors.newFixedThreadPool(atOnce,
				Thread.ofPlatform().daemon().name("password-hashing-", 1).factory());
		this.patience = patience;
		this.nobody = nobody;
	}

	/// What a hash looks like, of random bytes: to hash a random password would come to
	/// the same and hold up every start.
	private static String madeUp(SecureRandom random) {
		return "{argon2}$argon2id$v=19$m=19456,t=2,p=1$%s$%s".formatted(base64(random, 16), base64(random, 32));
	}

	private static String base64(SecureRandom random, int length) {
		var bytes = new byte[length];
		random.nextBytes(bytes);
		return Base64.getEncoder().withoutPadding().encodeToString(bytes);
	}

	/// @throws BusyException when too many others wait
	final String hash(String password) {
		if (PasswordRules.isTooLong(password)) {
			throw new IllegalArgumentException("A password of this length is not hashed");
		}
		return inTurn(() -> String.valueOf(this.encoder.encode(password)));
	}

	/// Of a password that nobody knows or will guess, for an account that is to get one.
	String ofNobody() {
		return this.nobody;
	}

	/// @param hash the account's, or null where there is no account
	/// @throws BusyException when too many others wait
	boolean matches(String password, @Nullable String hash) {
		if (PasswordRules.isTooLong(password)) {
			return false;
		}
		var same = inTurn(() -> this.encoder.matches(password, (hash != null) ? hash : this.nobody));
		return same && hash != null;
	}

	boolean isOutdated(String hash) {
		return this.encoder.upgradeEncoding(hash);
	}

	private <T> T inTurn(Supplier<T> work) {
		awaitTurn();
		try {
			return CompletableFuture.supplyAsync(work, this.workers).join();
		}
		finally {
			this.turns.release();
		}
	}

	@PreDestroy
	void close() {
		this.workers.shutdown();
	}

	private void awaitTurn() {
		try {
			if (this.turns.tryAcquire(this.patience.toNanos(), TimeUnit.NANOSECONDS)) {
				return;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw new BusyException("sign-in-busy", "Too many sign in or register at this moment. Try again in a second.",
				COME_BACK);
	}

}
