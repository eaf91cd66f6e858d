package dev.cleave.auth.domain;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.cleave.platform.BusyException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PasswordHashingTests {

	private static final String PASSWORD = "correct horse battery";

	private static final Executor AT_ONCE = Thread::startVirtualThread;

	private final PasswordHashing passwords = new PasswordHashing(
			new AccountSettings(Duration.ofSeconds(10), Duration.ofMinutes(15), null, "", null, false));

	@Test
	@Tag("S5")
	void keepsPasswordsAsArgon2AsOwaspAdvises() {
		var hash = this.passwords.hash(PASSWORD);

		assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$")
			.isNotEqualTo(this.passwords.hash(PASSWORD));
		assertThat(this.passwords.matches(PASSWORD, hash)).isTrue();
		assertThat(this.passwords.matches("in" + PASSWORD, hash)).isFalse();
		assertThat(this.passwords.isOutdated(hash)).isFalse();
		assertThat(
				this.passwords.isOutdated("{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 4096, 1).encode(PASSWORD)))
			.isTrue();
	}

	@Test
	@Tag("S24")
	void takesAPasswordAsItWasTyped() {
		var hash = this.passwords.hash("caf\u00e9 au lait noir");

		assertThat(this.passwords.matches("caf\u00e9 au lait noir", hash)).isTrue();
		assertThat(this.passwords.matches("cafe\u0301 au lait noir", hash)).isFalse();
	}

	@Test
	void takesAsLongForNobodyAndNeverMatches() {
		assertThat(this.passwords.matches("a password that nobody has", null)).isFalse();
		assertThat(this.passwords.isOutdated(this.passwords.ofNobody())).isFalse();
		assertThat(this.passwords.ofNobody()).hasSameSizeAs(this.passwords.hash(PASSWORD));
	}

	@Test
	@Tag("S6")
	void sendsWhoeverFindsAllTurnsTakenAwaySoon() throws Exception {
		var slow = new Slow();
		var few = new PasswordHashing(slow, 2, Duration.ofMillis(50), "nobody");
		slow.block();

		var taken = IntStream.range(0, 2)
			.mapToObj((_) -> CompletableFuture.supplyAsync(() -> few.hash(PASSWORD), AT_ONCE))
			.toList();
		assertThat(slow.begun.await(1, TimeUnit.MINUTES)).isTrue();
		assertThatExceptionOfType(BusyException.class).isThrownBy(() -> few.matches(PASSWORD, null))
			.satisfies((busy) -> assertThat(busy.code()).isEqualTo("sign-in-busy"))
			.satisfies((busy) -> assertThat(busy.retryAfter()).isPositive());
		slow.mayEnd.countDown();

		assertThat(taken).allSatisfy((hash) -> assertThat(hash.get()).isEqualTo(PASSWORD));
		assertThat(few.hash(PASSWORD)).isEqualTo(PASSWORD);
	}

	@Test
	@Tag("S6")
	void hashesNoMoreAtOnceThanItMay() {
		var slow = new Slow();
		var few = new PasswordHashing(slow, 2, Duration.ofMinutes(1), "nobody");

		IntStream.range(0, 50)
			.mapToObj((_) -> CompletableFuture.runAsync(() -> few.hash(PASSWORD), AT_ONCE))
			.toList()
			.forEach(CompletableFuture::join);

		assertThat(slow.most).hasValueBetween(1, 2);
	}

	@Test
	@Tag("S6")
	void worksOnNothingThatIsTooLong() {
		var slow = new Slow();
		var few = new PasswordHashing(slow, 1, Duration.ofSeconds(10), "nobody");
		var before = slow.done.get();

		assertThat(few.matches("x".repeat(129), null)).isFalse();
		assertThat(few.matches("\uD83D\uDD11".repeat(129), null)).isFalse();
		assertThat(slow.done).hasValue(before);
		few.hash("\uD83D\uDD11".repeat(128));
		assertThat(slow.done).hasValue(before + 1);
	}

	/// Counts who is at work, and keeps them at it when told to.
	private static final class Slow implements PasswordEncoder {

		private final AtomicInteger atWork = new AtomicInteger();

		private final AtomicInteger most = new AtomicInteger();

		private final AtomicInteger done = new AtomicInteger();

		private final CountDownLatch begun = new CountDownLatch(2);

		private CountDownLatch mayEnd = new CountDownLatch(0);

		void block() {
			this.mayEnd = new CountDownLatch(1);
		}

		@Override
		public String encode(CharSequence password) {
			this.most.accumulateAndGet(this.atWork.incrementAndGet(), Math::max);
			try {
				if (this.mayEnd.getCount() > 0) {
					this.begun.countDown();
				}
				this.mayEnd.await();
				Thread.yield();
				return password.toString();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			finally {
				this.atWork.decrementAndGet();
				this.done.incrementAndGet();
			}
		}

		@Override
		public boolean matches(CharSequence password, String hash) {
			return encode(password).equals(hash);
		}

	}

}
