package dev.cleave.platform.security;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.data.redis.RedisSessionRepository;
import org.springframework.stereotype.Component;

/// Gives what Redis keeps of sessions an end where it has none. It is written by one command and told by another how long
/// it is to stay, and Redis may stand still or be cut off in between.
@Component
class SessionSweep {

	private static final Logger log = LoggerFactory.getLogger(SessionSweep.class);

	private static final List<String> KEYS = List.of(RedisSessionRepository.DEFAULT_KEY_NAMESPACE + ":sessions:*",
			SessionIndex.PREFIX + "*");

	private static final int AT_ONCE = 1_000;

	/// What Redis says of a key that stays for ever.
	private static final long ENDLESS = -1;

	private final StringRedisTemplate redis;

	SessionSweep(StringRedisTemplate redis) {
		this.redis = redis;
	}

	@Scheduled(initialDelayString = "${cleave.security.sessions.swept-every:10m}",
			fixedDelayString = "${cleave.security.sessions.swept-every:10m}")
	void sweep() {
		try {
			KEYS.forEach(this::sweep);
		}
		catch (DataAccessException ex) {
			log.warn("Sessions without an end stay for now", ex);
		}
	}

	private void sweep(String pattern) {
		try (var keys = this.redis.scan(ScanOptions.scanOptions().match(pattern).count(AT_ONCE).build())) {
			keys.forEachRemaining(key -> {
				if (Long.valueOf(ENDLESS).equals(this.redis.getExpire(key))) {
					this.redis.expire(key, SessionIndex.KEPT);
				}
			});
		}
	}

}
