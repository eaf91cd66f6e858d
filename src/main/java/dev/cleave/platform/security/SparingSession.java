package dev.cleave.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.session.Session;

/// A session of which it is noted only from time to time that it was used. Nothing depends on it but when an idle session
/// ends, and which one if there are too many.
final class SparingSession<S extends Session> implements Session {

	private final S session;

	private final Duration notedEvery;

	private boolean changed;

	/// @param changed whether there is something to save already
	SparingSession(S session, Duration notedEvery, boolean changed) {
		this.session = session;
		this.notedEvery = notedEvery;
		this.changed = changed;
	}

	S whole() {
		return this.session;
	}

	/// Whether there is anything to save; not any more after that.
	boolean takeChanges() {
		var had = this.changed;
		this.changed = false;
		return had;
	}

	@Override
	public String getId() {
		return this.session.getId();
	}

	@Override
	public String changeSessionId() {
		this.changed = true;
		return this.session.changeSessionId();
	}

	@Override
	public <T> @Nullable T getAttribute(String name) {
		return this.session.getAttribute(name);
	}

	@Override
	public Set<String> getAttributeNames() {
		return this.session.getAttributeNames();
	}

	@Override
	public void setAttribute(String name, Object value) {
		this.changed = true;
		this.session.setAttribute(name, value);
	}

	@Override
	public void removeAttribute(String name) {
		this.changed = true;
		this.session.removeAttribute(name);
	}

	@Override
	public Instant getCreationTime() {
		return this.session.getCreationTime();
	}

	@Override
	public void setLastAccessedTime(Instant time) {
		if (!time.isBefore(this.session.getLastAccessedTime().plus(this.notedEvery))) {
			this.changed = true;
			this.session.setLastAccessedTime(time);
		}
	}

	@Override
	public Instant getLastAccessedTime() {
		return this.session.getLastAccessedTime();
	}

	@Override
	public void setMaxInactiveInterval(Duration interval) {
		this.changed = true;
		this.session.setMaxInactiveInterval(interval);
	}

	@Override
	public Duration getMaxInactiveInterval() {
		return this.session.getMaxInactiveInterval();
	}

	@Override
	public boolean isExpired() {
		return this.session.isExpired();
	}

}
