package dev.cleave.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.MapSession;
import org.springframework.session.data.redis.RedisSessionMapper;

/// Makes a session of what stands in Redis, or none: of what is half there, of the wrong type or nothing that we would
/// write, and of a session that is older than sessions get.
class SessionReader {

	private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

	private static final String CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

	private final RedisSessionMapper standard = new RedisSessionMapper();

	private final SessionSettings settings;

	private final Clock clock;

	SessionReader(SessionSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
	}

	@Nullable MapSession read(String id, Map<String, Object> entries) {
		try {
			var session = this.standard.apply(id, entries);
			return (isTimely(session) && isOurs(session)) ? session : null;
		}
		catch (IllegalStateException | ClassCastException | IllegalArgumentException ex) {
			return null;
		}
	}

	private boolean isTimely(MapSession session) {
		var now = this.clock.instant();
		var created = session.getCreationTime();
		var idle = session.getMaxInactiveInterval();
		return !created.isAfter(now.plus(CLOCKS_DIFFER)) && created.plus(this.settings.lifetime()).isAfter(now)
				&& idle.isPositive();
	}

	/// Nobody yet, or a person whose id is one that we give.
	private static boolean isOurs(MapSession session) {
		Object context = session.getAttribute(CONTEXT);
		return context == null || (context instanceof SecurityContext known
				&& known.getAuthentication() instanceof CallerAuthentication authentication
				&& authentication.caller().kind() == Caller.Kind.ACCOUNT
				&& UUID.fromString(authentication.caller().id()) != null);
	}

}
