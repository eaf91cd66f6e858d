package dev.cleave.auth.web;

import dev.cleave.platform.security.AccessRules;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.security.Routes;
import dev.cleave.platform.web.Urgency;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class AuthAccess implements AccessRules {

	static final String ACCOUNTS = "/api/v1/auth/accounts";

	static final String VERIFICATION = ACCOUNTS + "/verification";

	static final String PASSWORD = "/api/v1/auth/password";

	static final String CLIENTS = "/api/v1/auth/clients";

	static final String ROLE = ACCOUNTS + "/{id}/role";

	static final String SECOND_FACTOR_OF = ACCOUNTS + "/{id}/second-factor";

	static final String SESSION = "/api/v1/auth/session";

	static final String SECOND_FACTOR = "/api/v1/auth/second-factor";

	private static final String CONFIRMATION = SECOND_FACTOR + "/confirmation";

	private static final String RECOVERY = SECOND_FACTOR + "/recovery-codes";

	static final String PROOF = SESSION + "/proof";

	static final String SESSIONS = "/api/v1/auth/sessions";

	static final String SIGNING_KEYS = "/api/v1/auth/signing-keys";

	@Override
	public void declare(Routes rules) {
		rules.open(HttpMethod.POST, ACCOUNTS, SESSION)
			.open(HttpMethod.POST, VERIFICATION, PASSWORD + "/reset-requests", PASSWORD + "/reset")
			.anyPerson(HttpMethod.POST, PASSWORD)
			.role(Caller.ADMIN, HttpMethod.GET, ACCOUNTS, ACCOUNTS + "/{id}")
			.role(Caller.ADMIN, HttpMethod.DELETE, ACCOUNTS + "/{id}", SECOND_FACTOR_OF)
			.role(Caller.ADMIN, HttpMethod.PUT, ROLE)
			.anyCaller(HttpMethod.GET, SESSION, SESSIONS)
			.anyCaller(HttpMethod.DELETE, SESSION, SESSIONS + "/{id}")
			.anyPerson(HttpMethod.GET, SECOND_FACTOR)
			.anyPerson(HttpMethod.POST, PROOF, SECOND_FACTOR, CONFIRMATION, RECOVERY)
			.anyPerson(HttpMethod.DELETE, SECOND_FACTOR)
			.withFreshProof(HttpMethod.POST, SECOND_FACTOR, RECOVERY)
			.withFreshProof(HttpMethod.DELETE, SECOND_FACTOR)
			.role(Caller.ADMIN, HttpMethod.GET, CLIENTS, CLIENTS + "/{id}", SIGNING_KEYS)
			.role(Caller.ADMIN, HttpMethod.POST, CLIENTS, CLIENTS + "/{id}/secret", SIGNING_KEYS)
			.role(Caller.ADMIN, HttpMethod.DELETE, CLIENTS + "/{id}")
			.withFreshProof(HttpMethod.POST, CLIENTS, CLIENTS + "/{id}/secret", SIGNING_KEYS)
			.withFreshProof(HttpMethod.DELETE, ACCOUNTS + "/{id}", SECOND_FACTOR_OF, CLIENTS + "/{id}")
			.withFreshProof(HttpMethod.PUT, ROLE)
			.beforeSecondFactor(HttpMethod.GET, SESSION, SESSIONS, SECOND_FACTOR)
			.beforeSecondFactor(HttpMethod.POST, PROOF, SECOND_FACTOR, CONFIRMATION)
			.beforeSecondFactor(HttpMethod.DELETE, SESSION, SESSIONS + "/{id}")
			.open(HttpMethod.POST, "/oauth2/token")
			.open(HttpMethod.GET, "/oauth2/jwks")
			.urgency(Urgency.HIGH, HttpMethod.POST, "/oauth2/token")
			.urgency(Urgency.HIGH, HttpMethod.GET, "/oauth2/jwks");
	}

}
