package dev.cleave.platform.security;

import java.util.Objects;
import java.util.Set;

/// Who is calling, by an id and nothing that tells of a person; a controller takes it as a parameter. Where a route is open to everybody the parameter is
/// `@Nullable`: null is somebody who has not said who they are.
///
/// @param id of the account or client, opaque and never given to another
/// @param roles of an account: `CUSTOMER`, `STAFF` or `ADMIN`; a client has none
/// @param scopes of a client; an account has none
public record Caller(String id, Kind kind, Set<String> roles, Set<String> scopes) {

	public static final String CUSTOMER = "CUSTOMER";

	public static final String STAFF = "STAFF";

	public static final String ADMIN = "ADMIN";

	public Caller {
		Objects.requireNonNull(id);
		Objects.requireNonNull(kind);
		roles = Set.copyOf(roles);
		scopes = Set.copyOf(scopes);
	}

	public boolean isStaff() {
		return this.roles.contains(STAFF) || isAdmin();
	}

	public boolean isAdmin() {
		return this.roles.contains(ADMIN);
	}

	/// A person who works for nobody here and so sees only what is theirs.
	public boolean isCustomer() {
		return this.kind == Kind.ACCOUNT && !isStaff();
	}

	/// Staff may do what any machine client may.
	public boolean may(String scope) {
		return isStaff() || this.scopes.contains(scope);
	}

	boolean plays(String role) {
		return isAdmin() || this.roles.contains(role);
	}

	public enum Kind {

		ACCOUNT, CLIENT

	}

}
