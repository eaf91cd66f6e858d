package dev.cleave.platform.security;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.redis.RedisSystemException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/// Sessions in Redis, where somebody else may have been at work: what stands in the place of a session is none, and a
/// session that has ended while it was used stays so.
class ReadableSessions<S extends Session> implements SessionRepository<SparingSession<S>> {

	private static final Logger log = LoggerFactory.getLogger(ReadableSessions.class);

	private static final String WRONG_TYPE = "WRONGTYPE";

	private static final String GONE = "ERR no such key";

	private final SessionRepository<S> redis;

	private final Duration notedEvery;

	ReadableSessions(SessionRepository<S> redis, Duration notedEvery) {
		this.redis = redis;
		this.notedEvery = notedEvery;
	}

	@Override
	public SparingSession<S> createSession() {
		return new SparingSession<>(this.redis.createSession(), this.notedEvery, true);
	}

	@Override
	public void save(SparingSession<S> session) {
		if (!session.takeChanges()) {
			return;
		}
		try {
			this.redis.save(session.whole());
		}
		catch (IllegalStateException ex) {
			log.debug("A session has ended while it was used", ex);
		}
	}

	@Override
	public @Nullable SparingSession<S> findById(String id) {
		try {
			var found = this.redis.findById(id);
			return (found != null) ? new SparingSession<>(found, this.notedEvery, false) : null;
		}
		catch (RedisSystemException ex) {
			if (isWrongType(ex)) {
				return null;
			}
			throw ex;
		}
	}

	@Override
	public void deleteById(String id) {
		this.redis.deleteById(id);
	}

	/// Redis is there and says that something else stands at that key.
	static boolean isWrongType(RedisSystemException failure) {
		return says(failure, WRONG_TYPE);
	}

	/// Redis is there and says that what should be renamed is not.
	static boolean isGone(RedisSystemException failure) {
		return says(failure, GONE);
	}

	private static boolean says(RedisSystemException failure, String message) {
		return failure.getCause() != null && String.valueOf(failure.getCause().getMessage()).startsWith(message);
	}

}
