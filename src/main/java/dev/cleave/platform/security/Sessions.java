package dev.cleave.platform.security;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import dev.cleave.platform.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.RedisSystemException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/// Signing in and out. A session begins with the sign-in under a new id, never with a visit.
@Component
public class Sessions {

	private static final int ROUNDS = 10;

	private final SessionRepository<? extends Session> repository;

	private final SessionIndex index;

	private final SecurityContextRepository contexts;

	private final CsrfProof proof;

	private final SessionSettings settings;

	private final FreshProof fresh;

	Sessions(SessionRepository<? extends Session> repository, SessionIndex index, SecurityContextRepository contexts,
			CsrfProof proof, SessionSettings settings, FreshProof fresh) {
		this.settings = settings;
		this.fresh = fresh;
		this.repository = repository;
		this.index = index;
		this.contexts = contexts;
		this.proof = proof;
	}

	/// Signs in. Whatever session came with the request ends.
	///
	/// @param isConfined whether a second factor has to be set up before anything else
	public void open(Caller caller, boolean isConfined, HttpServletRequest request, HttpServletResponse response) {
		close(request);
		var session = request.getSession();
		keepProof(caller, isConfined, request, response);
		this.index.add(caller.id(), session.getId(), Instant.ofEpochMilli(session.getCreationTime()));
		endSpare(caller.id());
		this.proof.renew(request, response);
	}

	/// Notes that the caller has proven again to be who they are, and gives the session a
	/// new id.
	///
	/// @param isConfined whether a second factor has to be set up before anything else
	public void prove(Caller caller, boolean isConfined, HttpServletRequest request, HttpServletResponse response) {
		renew(caller, request, response);
		keepProof(caller, isConfined, request, response);
	}

	private void keepProof(Caller caller, boolean isConfined, HttpServletRequest request,
			HttpServletResponse response) {
		var context = new SecurityContextImpl(new CallerAuthentication(caller, this.fresh.given(isConfined)));
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
	}

	/// Gives the session a new id, as is due whenever it gains a privilege; it is no
	/// younger for that. Both ids are known until the session has moved in Redis, so
	/// whoever ends all sessions meanwhile ends this one.
	public void renew(Caller caller, HttpServletRequest request, HttpServletResponse response) {
		var session = request.getSession(false);
		if (session == null || !isRenewed(caller.id(), session, request)) {
			close(request);
			throw new ProblemException(HttpStatus.UNAUTHORIZED, "unauthenticated",
					"The session has ended. Sign in again.");
		}
		this.proof.renew(request, response);
	}

	private boolean isRenewed(String callerId, HttpSession session, HttpServletRequest request) {
		var former = session.getId();
		var id = request.changeSessionId();
		this.index.add(callerId, id, Instant.ofEpochMilli(session.getCreationTime()));
		move(session);
		this.index.remove(callerId, former);
		return this.index.of(callerId).contains(id) && find(callerId, id).isPresent();
	}

	/// Spring Session would give it the new id in Redis at its next change only.
	private static void move(HttpSession session) {
		try {
			session.setMaxInactiveInterval(session.getMaxInactiveInterval());
		}
		catch (RedisSystemException ex) {
			if (!ReadableSessions.isGone(ex)) {
				throw ex;
			}
		}
	}

	/// Fails as everything does that needs sessions while Redis is away.
	public void require() {
		this.index.of("nobody");
	}

	/// Signs out: the session ends on all nodes.
	public void close(HttpServletRequest request) {
		var session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
		SecurityContextHolder.clearContext();
	}

	/// Where the caller is signed in, the latest first.
	public List<SignedInSession> of(Caller caller, HttpServletRequest request) {
		var own = request.getSession(false);
		var current = (own != null) ? own.getId() : null;
		return this.index.of(caller.id())
			.stream()
			.map(id -> find(caller.id(), id))
			.flatMap(Optional::stream)
			.map(session -> view(session, current))
			.sorted(Comparator.comparing(SignedInSession::createdAt).reversed())
			.toList();
	}

	/// Ends one of the caller's sessions; false when there is none of that name.
	public boolean end(Caller caller, String publicId) {
		var session = this.index.of(caller.id())
			.stream()
			.filter(id -> SessionIndex.publicId(id).equals(publicId))
			.findFirst();
		session.ifPresent(id -> end(caller.id(), id));
		return session.isPresent();
	}

	/// Ends all sessions of the caller but the one that came with the request.
	public void endOthers(Caller caller, HttpServletRequest current) {
		var own = current.getSession(false);
		end(caller.id(), id -> own == null || !id.equals(own.getId()));
	}

	/// Ends all sessions of a caller, on all nodes: the next request of each is refused.
	public void endAll(String callerId) {
		end(callerId, id -> true);
	}

	/// Ends the sessions in which somebody plays another role than this one.
	public void endUnlessAs(String callerId, String role) {
		end(callerId, id -> find(callerId, id).filter(session -> plays(session, role)).isEmpty());
	}

	private static boolean plays(Session session, String role) {
		return session.getAttribute(
				HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext context
				&& context.getAuthentication() instanceof CallerAuthentication known
				&& known.caller().roles().equals(Set.of(role));
	}

	/// Looks again after each round, as a session may have got another name meanwhile.
	private void end(String callerId, Predicate<String> isMeant) {
		for (var round = 0; round < ROUNDS; round++) {
			var sessions = this.index.of(callerId).stream().filter(isMeant).toList();
			if (sessions.isEmpty()) {
				return;
			}
			sessions.forEach(id -> end(callerId, id));
		}
	}

	/// Deletes it again in the end, as it may have got this name only after the first
	/// time.
	private void end(String callerId, String id) {
		this.repository.deleteById(id);
		this.index.remove(callerId, id);
		this.repository.deleteById(id);
	}

	/// Those that nobody has used for longest go first; those that have ended are no
	/// reason to end one that lives.
	private void endSpare(String callerId) {
		var known = this.index.of(callerId);
		if (known.size() > this.settings.atMost()) {
			var alive = known.stream().map(id -> find(callerId, id)).flatMap(Optional::stream).toList();
			alive.stream()
				.sorted(Comparator.comparing(Session::getLastAccessedTime))
				.limit(Math.max(0, alive.size() - this.settings.atMost()))
				.forEach(session -> end(callerId, session.getId()));
		}
	}

	private Optional<Session> find(String callerId, String id) {
		var session = Optional.<Session>ofNullable(this.repository.findById(id));
		if (session.isEmpty()) {
			this.index.remove(callerId, id);
		}
		return session;
	}

	private static SignedInSession view(Session session, @Nullable String current) {
		return new SignedInSession(SessionIndex.publicId(session.getId()), session.getCreationTime(),
				session.getLastAccessedTime(), Objects.equals(session.getId(), current));
	}

}
