package dev.cleave.platform.security;

import dev.cleave.platform.web.Urgency;

import org.springframework.http.HttpMethod;

/// Where [AccessRules] are written down. Paths are Spring's path patterns; a rule for `GET` covers `HEAD`.
public interface Routes {

	/// Everybody, also without saying who they are.
	Routes open(HttpMethod method, String... paths);

	/// Whoever has signed in or holds a token.
	Routes anyCaller(HttpMethod method, String... paths);

	/// Whoever has signed in; no machine.
	Routes anyPerson(HttpMethod method, String... paths);

	/// Machine clients with the scope, and staff.
	Routes scope(String scope, HttpMethod method, String... paths);

	/// People with the role; administrators may do what staff may.
	Routes role(String role, HttpMethod method, String... paths);

	/// On top of who may: people must have proven lately that it is they. It is for what
	/// is hard to undo.
	Routes withFreshProof(HttpMethod method, String... paths);

	/// Also for people who have yet to set up the second factor that their role asks
	/// for.
	Routes beforeSecondFactor(HttpMethod method, String... paths);

	/// Who is served first when not all can be; what nobody says is [Urgency#NORMAL]. Of
	/// several that fit the one declared first counts.
	Routes urgency(Urgency urgency, HttpMethod method, String... paths);

	/// An endpoint of the management port whose changing calls whoever reaches that port
	/// may make; for those of all others it takes an administrator.
	Routes openOperation(String endpoint);

}
