package dev.cleave.platform.security;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/// Signing in and out. A session begins with the sign-in under a new id, never with a visit.
@Component
public class Sessions {

	private final SessionRepository<? extends Session> repository;

	private final SessionIndex index;

	private final SecurityContextRepository contexts;

	private final CsrfProof proof;

	Sessions(SessionRepository<? extends Session> repository, SessionIndex index, SecurityContextRepository contexts,
			CsrfProof proof) {
		this.repository = repository;
		this.index = index;
		this.contexts = contexts;
		this.proof = proof;
	}

	/// Signs in. Whatever session came with the request ends.
	public void open(Caller caller, HttpServletRequest request, HttpServletResponse response) {
		close(request);
		var session = request.getSession();
		var context = new SecurityContextImpl(new CallerAuthentication(caller));
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
		this.index.add(caller.id(), session.getId());
		this.proof.renew(request, response);
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
			.map(id -> find(caller, id))
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
		session.ifPresent(id -> {
			this.repository.deleteById(id);
			this.index.remove(caller.id(), id);
		});
		return session.isPresent();
	}

	/// Ends all sessions of a caller, on all nodes: the next request of each is refused.
	public void endAll(String callerId) {
		this.index.of(callerId).forEach(id -> {
			this.repository.deleteById(id);
			this.index.remove(callerId, id);
		});
	}

	private Optional<Session> find(Caller caller, String id) {
		var session = Optional.<Session>ofNullable(this.repository.findById(id));
		if (session.isEmpty()) {
			this.index.remove(caller.id(), id);
		}
		return session;
	}

	private static SignedInSession view(Session session, @Nullable String current) {
		return new SignedInSession(SessionIndex.publicId(session.getId()), session.getCreationTime(),
				session.getLastAccessedTime(), Objects.equals(session.getId(), current));
	}

}
