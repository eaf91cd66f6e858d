package dev.cleave.auth.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/// Slows down whoever guesses the password of one account, from wherever. Counts failures in Redis, on all nodes
/// together; addresses are hashed there.
@Component
public class SignInThrottle {

	private static final int FAILURES = 10;

	private static final Duration WINDOW = Duration.ofMinutes(15);

	/// In one go, so that no crash leaves a counter that never expires.
	private static final RedisScript<Long> COUNT = RedisScript.of("""
			redis.call('SET', KEYS[1], 0, 'EX', ARGV[1], 'NX')
			return redis.call('INCR', KEYS[1])
			""", Long.class);

	private final StringRedisTemplate redis;

	SignInThrottle(StringRedisTemplate redis) {
		this.redis = redis;
	}

	/// How long the account takes no further attempt; empty while it does.
	public Optional<Duration> pause(EmailAddress email) {
		var failures = this.redis.opsForValue().get(key(email));
		if (failures == null || Integer.parseInt(failures) < FAILURES) {
			return Optional.empty();
		}
		var left = this.redis.getExpire(key(email));
		return Optional.of((left != null && left > 0) ? Duration.ofSeconds(left) : Duration.ofSeconds(1));
	}

	public void failed(EmailAddress email) {
		this.redis.execute(COUNT, List.of(key(email)), Long.toString(WINDOW.toSeconds()));
	}

	public void succeeded(EmailAddress email) {
		this.redis.delete(key(email));
	}

	private static String key(EmailAddress email) {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(email.value().getBytes(StandardCharsets.UTF_8));
			return "cleave:sign-in-failures:" + HexFormat.of().formatHex(digest, 0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This JVM lacks SHA-256", ex);
		}
	}

}
