package dev.cleave.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/// Which sessions an account has, with the oldest first, as a set in Redis beside them. Spring Session's own index needs a
/// subscription of every node to every expiry, and Redis at start; entries of ended sessions are dropped here when they
/// are met.
@Component
class SessionIndex {

	static final Duration KEPT = Duration.ofDays(1);

	static final String PREFIX = "cleave:sessions-by-age:";

	private final StringRedisTemplate redis;

	SessionIndex(StringRedisTemplate redis) {
		this.redis = redis;
	}

	void add(String callerId, String sessionId, Instant since) {
		of(callerId);
		this.redis.opsForZSet().add(key(callerId), sessionId, since.toEpochMilli());
		this.redis.expire(key(callerId), KEPT);
	}

	void remove(String callerId, String sessionId) {
		this.redis.opsForZSet().remove(key(callerId), sessionId);
	}

	/// The oldest first. What somebody else has written in their place is thrown away.
	List<String> of(String callerId) {
		try {
			var sessions = this.redis.opsForZSet().range(key(callerId), 0, -1);
			return (sessions != null) ? List.copyOf(sessions) : List.of();
		}
		catch (RedisSystemException ex) {
			if (!ReadableSessions.isWrongType(ex)) {
				throw ex;
			}
			this.redis.delete(key(callerId));
			return List.of();
		}
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
		return PREFIX + callerId;
	}

}
