package dev.cleave.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import dev.cleave.TestServers;
import dev.cleave.platform.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.data.redis.RedisSessionRepository;
import org.springframework.session.web.http.HeaderHttpSessionIdResolver;
import org.springframework.session.web.http.SessionRepositoryFilter;

import static org.assertj.core.api.Assertions.assertThat;

/// A session that gets a new name at the very moment at which all of its account are ended.
class RenewedSessionTests {

	private static final SessionSettings SETTINGS = new SessionSettings(Duration.ofHours(12), Duration.ZERO, 10);

	private static final SecuritySettings SECURITY = new SecuritySettings(false, "https://cleave.test",
			Duration.ofMinutes(15));

	private final LettuceConnectionFactory redis = new LettuceConnectionFactory("127.0.0.1", TestServers.redisPort());

	private final Caller caller = new Caller(UUID.randomUUID().toString(), Caller.Kind.ACCOUNT, Set.of("CUSTOMER"),
			Set.of());

	private SessionRepository<? extends Session> repository;

	private SessionIndex index;

	private Sessions ending;

	@BeforeEach
	void connect() {
		this.redis.afterPropertiesSet();
		this.redis.start();
		this.repository = repository();
		this.index = new SessionIndex(new StringRedisTemplate(this.redis));
		this.ending = sessions(this.index);
	}

	@AfterEach
	void disconnect() {
		SecurityContextHolder.clearContext();
		this.redis.destroy();
	}

	@ParameterizedTest
	@EnumSource(Moment.class)
	@Tag("S25")
	void endsWithAllOthersAtWhateverMoment(Moment moment) {
		var session = opened();
		var renewing = sessions(new Interrupted(moment, () -> this.ending.endAll(this.caller.id())));

		var renewed = proven(renewing, session);

		assertThat(alive(session, renewed)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "READ", "BEFORE_REMOVING", "REMOVED" })
	@Tag("S25")
	void endsWhenItIsRenewedWhileAllAreEnded(Moment moment) {
		var session = opened();

		var renewed = during(session, (request, response) -> {
			var name = new AtomicReference<>(request.getSession().getId());
			sessions(new Interrupted(moment, () -> name.set(proven(this.ending, request, response))))
				.endAll(this.caller.id());
			return name.get();
		});

		assertThat(renewed).isNotEqualTo(session);
		assertThat(alive(session, renewed)).isEmpty();
	}

	@Test
	void goesOnOtherwise() {
		var session = opened();

		var renewed = proven(this.ending, session);

		assertThat(alive(session, renewed)).containsExactly(renewed);
		assertThat(this.index.of(this.caller.id())).containsExactly(renewed);
	}

	private List<String> alive(String... ids) {
		return List.of(ids).stream().distinct().filter(id -> this.repository.findById(id) != null).toList();
	}

	private String opened() {
		return during("none", (request, response) -> {
			this.ending.open(this.caller, false, request, response);
			return request.getSession().getId();
		});
	}

	private String proven(Sessions sessions, String id) {
		return during(id, (request, response) -> {
			assertThat(request.getSession(false)).isNotNull();
			return proven(sessions, request, response);
		});
	}

	/// The session's name afterwards, if it has not ended.
	private String proven(Sessions sessions, HttpServletRequest request, HttpServletResponse response) {
		try {
			sessions.prove(this.caller, false, request, response);
			return request.getSession(false).getId();
		}
		catch (ProblemException ex) {
			assertThat(ex.code()).isEqualTo("unauthenticated");
			assertThat(request.getSession(false)).isNull();
			return "none";
		}
	}

	private String during(String session, Visit visit) {
		var outcome = new AtomicReference<>("");
		var request = new MockHttpServletRequest("POST", "/");
		request.addHeader("X-Auth-Token", session);
		var filter = new SessionRepositoryFilter<>(this.repository);
		filter.setHttpSessionIdResolver(HeaderHttpSessionIdResolver.xAuthToken());
		try {
			filter.doFilter(request, new MockHttpServletResponse(), (asked, answered) -> outcome
				.set(visit.during((HttpServletRequest) asked, (HttpServletResponse) answered)));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		return outcome.get();
	}

	private SessionRepository<? extends Session> repository() {
		var template = new RedisTemplate<String, Object>();
		template.setKeySerializer(RedisSerializer.string());
		template.setHashKeySerializer(RedisSerializer.string());
		template.setHashValueSerializer(new SessionJson());
		template.setConnectionFactory(this.redis);
		template.afterPropertiesSet();
		var repository = new RedisSessionRepository(template);
		var configuration = new SessionConfiguration();
		configuration.sessionStore(SETTINGS, Clock.systemUTC()).customize(repository);
		return (SessionRepository<?>) SessionConfiguration.readableSessions(settings())
			.postProcessAfterInitialization(repository, "sessions");
	}

	private Sessions sessions(SessionIndex index) {
		return new Sessions(this.repository, index, new SessionConfiguration().sessionContexts(),
				new CsrfProof(SECURITY), SETTINGS, new FreshProof(SECURITY, Clock.systemUTC()));
	}

	/// When something else happens, once.
	enum Moment {

		READ, BEFORE_ADDING, ADDED, BEFORE_REMOVING, REMOVED

	}

	@FunctionalInterface
	interface Visit {

		String during(HttpServletRequest request, HttpServletResponse response);

	}

	/// An index at which something else happens at a moment.
	private final class Interrupted extends SessionIndex {

		private final Moment moment;

		private final AtomicReference<Runnable> other;

		Interrupted(Moment moment, Runnable other) {
			super(new StringRedisTemplate(RenewedSessionTests.this.redis));
			this.moment = moment;
			this.other = new AtomicReference<>(other);
		}

		@Override
		List<String> of(String callerId) {
			var sessions = super.of(callerId);
			at(Moment.READ);
			return sessions;
		}

		@Override
		void add(String callerId, String sessionId, Instant since) {
			at(Moment.BEFORE_ADDING);
			super.add(callerId, sessionId, since);
			at(Moment.ADDED);
		}

		@Override
		void remove(String callerId, String sessionId) {
			at(Moment.BEFORE_REMOVING);
			super.remove(callerId, sessionId);
			at(Moment.REMOVED);
		}

		private void at(Moment now) {
			if (now == this.moment) {
				this.other.getAndSet(() -> {
				}).run();
			}
		}

	}

	private static ObjectProvider<SessionSettings> settings() {
		var beans = new StaticListableBeanFactory(Map.of("settings", SETTINGS));
		return beans.getBeanProvider(SessionSettings.class);
	}

}
