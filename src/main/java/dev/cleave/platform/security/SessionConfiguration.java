package dev.cleave.platform.security;

import java.time.Clock;
import java.time.Duration;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;

import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.FlushMode;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.data.redis.RedisSessionRepository;
import org.springframework.session.web.http.CookieSerializer;

/// Where sessions are kept and how the browser holds on to them.
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

	@Bean
	SecurityContextRepository sessionContexts() {
		return new HttpSessionSecurityContextRepository();
	}

	/// Spring Session finds it by this name.
	@Bean
	RedisSerializer<Object> springSessionDefaultRedisSerializer() {
		return new SessionJson();
	}

	/// A session that is begun stands in Redis at once, where whoever ends all sessions
	/// of an account finds it.
	@Bean
	SessionRepositoryCustomizer<RedisSessionRepository> sessionStore(SessionSettings settings, Clock clock) {
		var reader = new SessionReader(settings, clock);
		return repository -> {
			repository.setFlushMode(FlushMode.IMMEDIATE);
			repository.setSessionIdGenerator(new SessionIds());
			repository.setRedisSessionMapper((id, entries) -> reader.read(id, entries));
		};
	}

	@Bean
	static BeanPostProcessor readableSessions(ObjectProvider<SessionSettings> settings) {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof RedisSessionRepository repository)
						? readable(repository, settings.getObject().notedEvery()) : bean;
			}

		};
	}

	private static <S extends Session> ReadableSessions<S> readable(SessionRepository<S> repository,
			Duration notedEvery) {
		return new ReadableSessions<>(repository, notedEvery);
	}

	@Bean
	CookieSerializer sessionCookie(SecuritySettings settings, Fingerprints fingerprints) {
		var cookie = new SignedCookie(fingerprints);
		cookie.setCookieName(settings.sessionCookie());
		cookie.setUseSecureCookie(settings.secureCookies());
		cookie.setUseHttpOnlyCookie(true);
		cookie.setSameSite("Lax");
		cookie.setCookiePath("/");
		return cookie;
	}

	/// While Redis is away a command fails at once instead of waiting in a queue.
	@Bean
	LettuceClientOptionsBuilderCustomizer failFast() {
		return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
	}

}
