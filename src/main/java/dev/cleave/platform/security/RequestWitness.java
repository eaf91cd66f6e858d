package dev.cleave.platform.security;

import dev.cleave.platform.audit.Actor;
import dev.cleave.platform.audit.Witness;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Sees the caller of the request that this thread works on. The address is that of the connection, or what a trusted
/// proxy said of it; nobody else's word is taken for it.
@Component
class RequestWitness implements Witness {

	@Override
	public Actor actor() {
		if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known) {
			return actorOf(known.caller());
		}
		return (address() != null) ? Actor.stranger(null) : Actor.system();
	}

	@Override
	public @Nullable String address() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
				? attributes.getRequest().getRemoteAddr() : null;
	}

	private static Actor actorOf(Caller caller) {
		return switch (caller.kind()) {
			case ACCOUNT -> Actor.account(caller.id());
			case CLIENT -> Actor.client(caller.id());
		};
	}

}
