package dev.cleave.auth.web;

import dev.cleave.auth.AccountId;
import dev.cleave.auth.domain.CheckingSecondFactors;
import dev.cleave.auth.domain.SigningIn;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.security.Sessions;
import dev.cleave.platform.security.SignedInSession;
import dev.cleave.platform.web.Page;
import dev.cleave.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Who is signed in and where, and signing out.
@RestController
class SessionController {

	private final SigningIn signingIn;

	private final CheckingSecondFactors factors;

	private final Sessions sessions;

	private final SignInRecord record;

	SessionController(SigningIn signingIn, CheckingSecondFactors factors, Sessions sessions, SignInRecord record) {
		this.signingIn = signingIn;
		this.factors = factors;
		this.sessions = sessions;
		this.record = record;
	}

	/// Also renews the CSRF token where the browser has lost it.
	@GetMapping(AuthAccess.SESSION)
	ResponseEntity<?> who(Caller caller, @Nullable CsrfToken proof) {
		if (proof != null) {
			proof.getToken();
		}
		if (caller.kind() == Caller.Kind.ACCOUNT) {
			var person = this.signingIn.find(AccountId.of(caller.id()));
			if (person.isPresent()) {
				return ResponseEntity.ok(SessionView.of(person.get(), this.factors.of(person.get()).isMissing()));
			}
		}
		return Problems.of(HttpStatus.UNAUTHORIZED, "unauthenticated", "Nobody is signed in.");
	}

	@DeleteMapping(AuthAccess.SESSION)
	ResponseEntity<?> signOut(Caller caller, HttpServletRequest request) {
		this.record.closed(caller);
		this.sessions.close(request);
		return ResponseEntity.noContent().build();
	}

	@GetMapping(AuthAccess.SESSIONS)
	Page<SignedInSession> all(Caller caller, HttpServletRequest request) {
		return new Page<>(this.sessions.of(caller, request), null);
	}

	@DeleteMapping(AuthAccess.SESSIONS + "/{id}")
	ResponseEntity<?> end(@PathVariable String id, Caller caller) {
		if (!this.sessions.end(caller, id)) {
			return Problems.notFound("You have no such session.");
		}
		this.record.revoked(caller, id);
		return ResponseEntity.noContent().build();
	}

}
