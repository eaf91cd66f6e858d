package dev.cleave.platform.security;

import java.util.stream.Stream;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// A caller as Spring Security wants to see one.
class CallerAuthentication extends AbstractAuthenticationToken {

	private final transient Caller caller;

	private final transient Standing standing;

	CallerAuthentication(Caller caller) {
		this(caller, Standing.NONE);
	}

	CallerAuthentication(Caller caller, Standing standing) {
		super(Stream
			.concat(caller.roles().stream().map(role -> "ROLE_" + role),
					caller.scopes().stream().map(scope -> "SCOPE_" + scope))
			.map(SimpleGrantedAuthority::new)
			.toList());
		this.caller = caller;
		this.standing = standing;
		setAuthenticated(true);
	}

	Caller caller() {
		return this.caller;
	}

	Standing standing() {
		return this.standing;
	}

	@Override
	public Object getPrincipal() {
		return this.caller;
	}

	@Override
	public Object getCredentials() {
		return "";
	}

	@Override
	public String getName() {
		return this.caller.id();
	}

}
