package dev.cleave.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/// Which sessions an account has, as a set in Redis beside them. Spring Session's own index needs a subscription of
/// every node to every expiry, and Redis at start; entries of ended sessions are dropped here when they are met.
@Component
class SessionIndex {

	private static final Duration KEPT = Duration.ofDays(1);

	private final StringRedisTemplate redis;

	SessionIndex(StringRedisTemplate redis) {
		this.redis = redis;
	}

	void add(String callerId, String sessionId) {
		this.redis.opsForSet().add(key(callerId), sessionId);
		this.redis.expire(key(callerId), KEPT);
	}

	void remove(String callerId, String sessionId) {
		this.redis.opsForSet().remove(key(callerId), sessionId);
	}

	Set<String> of(String callerId) {
		var sessions = this.redis.opsForSet().members(key(callerId));
		return (sessions != null) ? sessions : Set.of();
	}

	/// A name for a session that does not give away the cookie.
	static String publicId(String sessionId) {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 12);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This JVM lacks SHA-256", ex);
		}
	}

	private static String key(String callerId) {
		return "cleave:sessions:" + callerId;
	}

}
