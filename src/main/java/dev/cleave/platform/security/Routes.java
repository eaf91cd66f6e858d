package dev.cleave.platform.security;

import org.springframework.http.HttpMethod;

/// Where [AccessRules] are written down. Paths are Spring's path patterns; a rule for `GET` covers `HEAD`.
public interface Routes {

	/// Everybody, also without saying who they are.
	Routes open(HttpMethod method, String... paths);

	/// Whoever has signed in or holds a token.
	Routes anyCaller(HttpMethod method, String... paths);

	/// Machine clients with the scope, and staff.
	Routes scope(String scope, HttpMethod method, String... paths);

	/// People with the role; administrators may do what staff may.
	Routes role(String role, HttpMethod method, String... paths);

}
